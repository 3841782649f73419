package dev.tokenport.integration.keycloak;

import dev.tokenport.integration.resource.ResourceServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Keycloak} of the run and the one {@link ResourceServer} that checks its tokens; JUnit closes
 * them when the last test of the run is over.
 */
final class KeycloakExtension implements ParameterResolver {

    /**
     * The one attempt to start Keycloak. A failure is kept as well, so that not every test waits for the next one.
     *
     * @param started what was started
     * @param failure why nothing was
     */
    private record Start(
            @Nullable Keycloak started, @Nullable RuntimeException failure) implements AutoCloseable {

        static Start attempt() {
            try {
                return new Start(Keycloak.start(), null);
            } catch (RuntimeException e) {
                return new Start(null, e);
            }
        }

        Keycloak keycloak() {
            if (started == null) {
                throw new IllegalStateException("Keycloak did not start", failure);
            }
            return started;
        }

        @Override
        public void close() {
            if (started != null) {
                started.close();
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Keycloak.class || type == ResourceServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext.Store store =
                context.getRoot().getStore(ExtensionContext.Namespace.create(KeycloakExtension.class));
        Keycloak keycloak = store.computeIfAbsent(Start.class, key -> Start.attempt(), Start.class)
                .keycloak();
        return parameter.getParameter().getType() == Keycloak.class
                ? keycloak
                : store.computeIfAbsent(ResourceServer.class, key -> start(keycloak), ResourceServer.class);
    }

    private static ResourceServer start(Keycloak keycloak) {
        return ResourceServer.start(keycloak.tokenEndpoint(), keycloak.keys(), keycloak.issuer(), Realm.AUDIENCE);
    }
}
