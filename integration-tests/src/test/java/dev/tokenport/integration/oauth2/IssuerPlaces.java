package dev.tokenport.integration.oauth2;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ScriptedServer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A scripted authorization server with an answer per place: tokens at {@code /endpoint}, and nothing elsewhere before
 * something is put there. Thread-safe.
 */
final class IssuerPlaces implements AutoCloseable {

    /** A token. */
    static final Answer TOKEN =
            Answer.json(200, "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}");

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final Map<String, Answer> places = new ConcurrentHashMap<>(Map.of("/endpoint", TOKEN));

    IssuerPlaces() {
        idp.server().otherwise(request -> places.getOrDefault(request.target(), Answer.status(404)));
    }

    void put(String place, Answer answer) {
        places.put(place, answer);
    }

    /** Everything is as at the start. */
    void reset() {
        places.clear();
        places.put("/endpoint", TOKEN);
    }

    /** The document of the issuer at a path, with further members behind a comma. */
    Answer document(String path, String more) {
        return Answer.json(
                200,
                "{\"issuer\":\"" + issuer(path) + "\",\"token_endpoint\":\"" + server().url("/endpoint") + "\"" + more
                        + "}");
    }

    /** How often a document was asked for. */
    long discoveries() {
        return server().requests().stream()
                .filter(request -> request.method().equals("GET"))
                .count();
    }

    URI issuer(String path) {
        return server().url(path);
    }

    /** A request to the issuer at a path. */
    TokenRequest request(String path) throws TokenConfigurationException {
        return TokenRequest.of(
                        dev.tokenport.oauth2.AuthorizationServer.of(issuer(path)),
                        new Grant.ClientCredentials(),
                        "orders")
                .clientSecret(Secret.of("s3cret"))
                .build();
    }

    TokenClient client() {
        return idp.client();
    }

    TokenClient client(RetryPolicy policy) {
        return idp.client(policy);
    }

    TokenClient.Builder clientBuilder() {
        return idp.clientBuilder();
    }

    ScriptedServer server() {
        return idp.server();
    }

    ManualTime time() {
        return idp.time();
    }

    URI endpoint() {
        return idp.endpoint();
    }

    List<String> warnings() {
        return idp.warnings();
    }

    @Override
    public void close() {
        idp.close();
    }
}
