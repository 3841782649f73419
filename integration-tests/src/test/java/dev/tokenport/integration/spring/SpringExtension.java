package dev.tokenport.integration.spring;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link SpringAuthorizationServer} of the run; JUnit closes it when the last test is over. */
final class SpringExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SpringAuthorizationServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SpringExtension.class))
                .computeIfAbsent(
                        SpringAuthorizationServer.class,
                        key -> SpringAuthorizationServer.start(),
                        SpringAuthorizationServer.class);
    }
}
