package dev.tokenport.benchmarks.token;

import java.net.URI;
import java.util.Objects;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Spring Security's client for client credentials, over the JDK's HTTP client. */
final class SpringTokens {

    private SpringTokens() {}

    /** Asks the endpoint each time. */
    static Tokens fetched(URI endpoint) {
        RestClientClientCredentialsTokenResponseClient client = client();
        ClientRegistration registration = registration(endpoint);
        return () -> client.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(registration))
                .getAccessToken()
                .getTokenValue();
    }

    /** Keeps the token while it is good. */
    static Tokens kept(URI endpoint) {
        var registrations = new InMemoryClientRegistrationRepository(registration(endpoint));
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        RestClientClientCredentialsTokenResponseClient client = client();
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(grant -> grant.accessTokenResponseClient(client))
                .build());
        OAuth2AuthorizeRequest request = OAuth2AuthorizeRequest.withClientRegistrationId(Account.CLIENT_ID)
                .principal(Account.CLIENT_ID)
                .build();
        return () -> Objects.requireNonNull(manager.authorize(request));
    }

    /** As it is by default; only that Spring would take another HTTP client, of another peer, if it lay on the class path. */
    private static RestClientClientCredentialsTokenResponseClient client() {
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static ClientRegistration registration(URI endpoint) {
        return ClientRegistration.withRegistrationId(Account.CLIENT_ID)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(Account.CLIENT_ID)
                .clientSecret(Account.CLIENT_SECRET)
                .scope(Account.SCOPE)
                .tokenUri(endpoint.toString())
                .build();
    }
}
