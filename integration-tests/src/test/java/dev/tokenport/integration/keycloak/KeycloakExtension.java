package dev.tokenport.integration.keycloak;

import dev.tokenport.integration.resource.ResourceServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Keycloak} of the run and the one {@link ResourceServer} that checks its tokens; JUnit closes
 * them when the last test of the run is over.
 */
final class KeycloakExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Keycloak.class || type == ResourceServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store =
                context.getRoot().getStore(ExtensionContext.Namespace.create(KeycloakExtension.class));
        Keycloak keycloak = store.computeIfAbsent(Keycloak.class, key -> Keycloak.start(), Keycloak.class);
        return parameter.getParameter().getType() == Keycloak.class
                ? keycloak
                : store.computeIfAbsent(ResourceServer.class, key -> start(keycloak), ResourceServer.class);
    }

    private static ResourceServer start(Keycloak keycloak) {
        return ResourceServer.start(keycloak.tokenEndpoint(), keycloak.keys(), keycloak.issuer(), Realm.AUDIENCE);
    }
}
