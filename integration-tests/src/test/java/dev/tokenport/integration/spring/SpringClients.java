package dev.tokenport.integration.spring;

import com.nimbusds.jose.jwk.JWKSet;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The clients that the server knows. Those with a key are called {@code key-} and the algorithm that they sign with, those
 * that make assertions with a secret {@code secret-} and the algorithm. All may have the scopes {@code orders.read} and
 * {@code orders.write}, and use every grant. Immutable.
 */
final class SpringClients {

    static final String BASIC = "basic client:1";
    static final String POST = "post-client";

    private static final List<JwsAlgorithm> WITH_SECRET =
            List.of(JwsAlgorithm.HS256, JwsAlgorithm.HS384, JwsAlgorithm.HS512);

    private final Map<String, ClientKey> keys = new TreeMap<>();
    private final RegisteredClientRepository registered;

    SpringClients(String jwkSetUrls) {
        var clients = new ArrayList<RegisteredClient>();
        clients.add(
                client(BASIC, ClientAuthenticationMethod.CLIENT_SECRET_BASIC).build());
        clients.add(client(POST, ClientAuthenticationMethod.CLIENT_SECRET_POST).build());
        for (JwsAlgorithm algorithm : WITH_SECRET) {
            clients.add(client(withSecret(algorithm), ClientAuthenticationMethod.CLIENT_SECRET_JWT)
                    .clientSettings(ClientSettings.builder()
                            .tokenEndpointAuthenticationSigningAlgorithm(
                                    Objects.requireNonNull(MacAlgorithm.from(algorithm.toString())))
                            .build())
                    .build());
        }
        for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
            String id = withKey(JwsAlgorithm.valueOf(algorithm.getName()));
            keys.put(id, ClientKey.fitting(JwsAlgorithm.valueOf(algorithm.getName())));
            clients.add(client(id, ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                    .clientSettings(ClientSettings.builder()
                            .jwkSetUrl(jwkSetUrls + "/" + id)
                            .tokenEndpointAuthenticationSigningAlgorithm(algorithm)
                            .build())
                    .build());
        }
        registered = new InMemoryRegisteredClientRepository(clients);
    }

    static String withKey(JwsAlgorithm algorithm) {
        return "key-" + algorithm;
    }

    static String withSecret(JwsAlgorithm algorithm) {
        return "secret-" + algorithm;
    }

    /** The secret of a client that has one; with characters that encodings change, and long enough for every hash. */
    static String secret(String client) {
        return "50% :+&=/ \"größer\" als 1 € \\, 64 octets for a hash of 512 bits: " + client;
    }

    /** The key of a client; its id is that of the client. */
    ClientKey key(String client) {
        return Objects.requireNonNull(keys.get(client));
    }

    /** The public key of a client, as a set of one. */
    JWKSet publicKeys(String client) {
        return new JWKSet(key(client).jwk(client));
    }

    RegisteredClientRepository registered() {
        return registered;
    }

    private static RegisteredClient.Builder client(String id, ClientAuthenticationMethod method) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret(id))
                .clientAuthenticationMethod(method)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.TOKEN_EXCHANGE)
                .scope("orders.read")
                .scope("orders.write")
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(2))
                        .reuseRefreshTokens(false)
                        .build());
    }
}
