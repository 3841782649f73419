package dev.tokenport.integration.spring;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * Tells the filters behind it which authorization server they belong to.
 *
 * @param settings its issuer and paths
 */
record IssuerFilter(AuthorizationServerSettings settings) implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        AuthorizationServerContextHolder.setContext(new Context(settings));
        try {
            chain.doFilter(request, response);
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    private record Context(AuthorizationServerSettings settings) implements AuthorizationServerContext {

        @Override
        public String getIssuer() {
            return Objects.requireNonNull(settings.getIssuer());
        }

        @Override
        public AuthorizationServerSettings getAuthorizationServerSettings() {
            return settings;
        }
    }
}
