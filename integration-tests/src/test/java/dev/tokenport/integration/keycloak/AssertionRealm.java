package dev.tokenport.integration.keycloak;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A realm whose clients make assertions. Those with a key are called {@code key-} and the algorithm that they sign with,
 * those that make them with a secret {@code secret-} and the algorithm. The keys are made anew for each run of the tests.
 */
final class AssertionRealm {

    /** The realm's name. */
    static final String NAME = "assertions";

    /** The secret of the clients without a key; long enough for every hash. */
    static final String SECRET = "50% :+&=/ \"größer\" als 1 € \\, and long enough for every hash that there is";

    private static final List<JwsAlgorithm> WITH_KEY = List.of(
            JwsAlgorithm.RS256,
            JwsAlgorithm.RS512,
            JwsAlgorithm.PS256,
            JwsAlgorithm.ES256,
            JwsAlgorithm.ES512,
            JwsAlgorithm.EDDSA);
    private static final List<JwsAlgorithm> WITH_SECRET = List.of(JwsAlgorithm.HS256, JwsAlgorithm.HS512);
    private static final Map<String, ClientKey> KEYS = new LinkedHashMap<>();

    static {
        WITH_KEY.forEach(algorithm -> KEYS.put(withKey(algorithm), ClientKey.fitting(algorithm)));
    }

    private AssertionRealm() {}

    /** The other realm's description with the public key of {@link Realm#ORDERS_KEY_CLIENT}, which is that of {@link #key}. */
    static String withOrdersKeys(String realm) {
        String keys = key("key-ES256").jwks(Realm.ORDERS_KEY_CLIENT, JwsAlgorithm.ES256);
        return realm.replace("ORDERS_KEYS", keys.replace("\"", "\\\""));
    }

    static String withKey(JwsAlgorithm algorithm) {
        return "key-" + algorithm;
    }

    static String withSecret(JwsAlgorithm algorithm) {
        return "secret-" + algorithm;
    }

    /** The key pair of a client; its {@code kid} is the client's id. */
    static ClientKey key(String client) {
        return Objects.requireNonNull(KEYS.get(client), client);
    }

    /** The realm as Keycloak imports it. */
    static String json() {
        List<Object> clients = new ArrayList<>();
        WITH_KEY.forEach(algorithm -> {
            String id = withKey(algorithm);
            String keys = key(id).jwks(id, algorithm);
            clients.add(client(id, "client-jwt", Map.of("use.jwks.string", "true", "jwks.string", keys)));
        });
        WITH_SECRET.forEach(algorithm -> {
            Map<String, Object> client = client(
                    withSecret(algorithm),
                    "client-secret-jwt",
                    Map.of("token.endpoint.auth.signing.alg", algorithm.toString()));
            client.put("secret", SECRET);
            clients.add(client);
        });
        return JSONObjectUtils.toJSONString(
                Map.of("realm", NAME, "enabled", true, "sslRequired", "none", "clients", clients));
    }

    private static Map<String, Object> client(String id, String authenticator, Map<String, Object> attributes) {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("clientId", id);
        client.put("enabled", true);
        client.put("protocol", "openid-connect");
        client.put("publicClient", false);
        client.put("clientAuthenticatorType", authenticator);
        client.put("standardFlowEnabled", false);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);
        client.put("attributes", attributes);
        return client;
    }
}
