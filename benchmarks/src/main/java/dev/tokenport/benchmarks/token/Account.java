package dev.tokenport.benchmarks.token;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Who asks for tokens in the measurements, and for what: the same for all clients. */
final class Account {

    static final String CLIENT_ID = "orders-export";
    static final String CLIENT_SECRET = "not-a-secret-2f6c";
    static final String SCOPE = "orders.read";

    private Account() {}

    /** The header that names the client (RFC 6749 §2.3.1). */
    static String authorization() {
        byte[] pair = (CLIENT_ID + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** The form of a token request. */
    static String form() {
        return "grant_type=client_credentials&scope=" + URLEncoder.encode(SCOPE, StandardCharsets.UTF_8);
    }

    /** The origin of an endpoint. */
    static String origin(URI endpoint) {
        return endpoint.getScheme() + "://" + endpoint.getAuthority();
    }
}
