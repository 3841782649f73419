package dev.tokenport.integration.spring;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import jakarta.servlet.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2RefreshTokenAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenExchangeAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenIntrospectionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2TokenRevocationAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.oidc.web.OidcProviderConfigurationEndpointFilter;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2RefreshTokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.NimbusJwkSetEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2AuthorizationServerMetadataEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Spring's authorization server as one filter: token endpoint, introspection, revocation, metadata and keys, at the paths
 * that Spring gives them.
 *
 * @param settings the issuer and the paths
 * @param clients who may ask
 * @param authorizations what was granted
 */
record SpringFilters(
        AuthorizationServerSettings settings, SpringClients clients, OAuth2AuthorizationService authorizations) {

    Filter filter() {
        JWKSource<SecurityContext> keys = new ImmutableJWKSet<>(new JWKSet(signingKey()));
        ProviderManager manager = manager(keys);
        return new FilterChainProxy(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new IssuerFilter(settings),
                new OAuth2AuthorizationServerMetadataEndpointFilter(),
                new OidcProviderConfigurationEndpointFilter(),
                new NimbusJwkSetEndpointFilter(keys),
                new OAuth2ClientAuthenticationFilter(manager, endpoints()),
                new OAuth2TokenEndpointFilter(manager),
                new OAuth2TokenIntrospectionEndpointFilter(manager),
                new OAuth2TokenRevocationEndpointFilter(manager)));
    }

    private ProviderManager manager(JWKSource<SecurityContext> keys) {
        var jwts = new JwtGenerator(new NimbusJwtEncoder(keys));
        jwts.setJwtCustomizer(new Confirmation());
        OAuth2TokenGenerator<OAuth2Token> tokens =
                new DelegatingOAuth2TokenGenerator(jwts, new OAuth2RefreshTokenGenerator());
        var secrets = new ClientSecretAuthenticationProvider(clients.registered(), authorizations);
        secrets.setPasswordEncoder(new Plain());
        return new ProviderManager(List.of(
                secrets,
                new JwtClientAssertionAuthenticationProvider(clients.registered(), authorizations),
                new OAuth2ClientCredentialsAuthenticationProvider(authorizations, tokens),
                new OAuth2RefreshTokenAuthenticationProvider(authorizations, tokens),
                new OAuth2TokenExchangeAuthenticationProvider(authorizations, tokens),
                new OAuth2TokenIntrospectionAuthenticationProvider(clients.registered(), authorizations),
                new OAuth2TokenRevocationAuthenticationProvider(authorizations)));
    }

    private RequestMatcher endpoints() {
        return new OrRequestMatcher(
                post(settings.getTokenEndpoint()),
                post(settings.getTokenIntrospectionEndpoint()),
                post(settings.getTokenRevocationEndpoint()));
    }

    private static RequestMatcher post(String path) {
        return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path);
    }

    private static RSAKey signingKey() {
        ClientKey key = ClientKey.fitting(JwsAlgorithm.RS256);
        return new RSAKey.Builder(key.jwk("server").toRSAKey())
                .privateKey(key.pair().getPrivate())
                .build();
    }

    /** Secrets as they are: the hash of an assertion needs them so. */
    private static final class Plain implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return String.valueOf(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            return encoded != null && password != null && encoded.contentEquals(password);
        }
    }
}
