package dev.tokenport.integration.resource;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.DPoPAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.DPoPAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.oauth2.server.resource.web.authentication.DPoPAuthenticationConverter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Spring Security's resource server: a request needs a token that the authorization server signed for this audience and
 * that is neither expired, by not even a second, nor revoked; one that is bound to a key also a proof of that key. Below {@code /open} none is needed, below {@code /admin} one
 * with the scope {@code orders.admin}.
 *
 * @param keys where the authorization server publishes its keys (JWKS)
 * @param issuer the authorization server's name for itself
 * @param audience the service's name in the claim {@code aud}
 */
record TokenCheck(URI keys, String issuer, String audience) {

    /** The filter that checks. */
    Filter filter(Revocations revocations) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keys.toString()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ZERO),
                new JwtIssuerValidator(issuer),
                new JwtAudienceValidator(audience),
                revocations));
        var bearer = new ProviderManager(new JwtAuthenticationProvider(decoder));
        var manager =
                new ProviderManager(new DPoPAuthenticationProvider(bearer), new JwtAuthenticationProvider(decoder));
        return new FilterChainProxy(List.of(
                new DefaultSecurityFilterChain(path("/open/**")),
                chain(path("/admin/**"), manager, AuthorityAuthorizationManager.hasAuthority("SCOPE_orders.admin")),
                chain(AnyRequestMatcher.INSTANCE, manager, AuthenticatedAuthorizationManager.authenticated())));
    }

    private static DefaultSecurityFilterChain chain(
            RequestMatcher where, ProviderManager manager, AuthorizationManager<HttpServletRequest> rule) {
        var translation =
                new ExceptionTranslationFilter(new BearerTokenAuthenticationEntryPoint(), new NullRequestCache());
        translation.setAccessDeniedHandler(new BearerTokenAccessDeniedHandler());
        return new DefaultSecurityFilterChain(
                where,
                proven(manager),
                new BearerTokenAuthenticationFilter(manager),
                principal(),
                translation,
                new AuthorizationFilter(rule));
    }

    /** A token of the scheme {@code DPoP} comes with a proof (RFC 9449 §7). */
    private static Filter proven(ProviderManager manager) {
        var filter = new AuthenticationFilter(manager, new DPoPAuthenticationConverter());
        filter.setFailureHandler(new AuthenticationEntryPointFailureHandler(new DPoPAuthenticationEntryPoint()));
        filter.setSuccessHandler((request, response, authentication) -> {});
        return filter;
    }

    /** The access-denied handler explains a 403 only for a request that knows its principal. */
    private static Filter principal() {
        var filter = new SecurityContextHolderAwareRequestFilter();
        try {
            filter.afterPropertiesSet();
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        return filter;
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
