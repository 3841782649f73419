package dev.tokenport.integration.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;

/**
 * A running Keycloak with the realm {@link Realm}, on free ports of the loopback address.
 *
 * @param process its process
 * @param http the base URL in the clear, without a slash at the end
 * @param https the base URL with TLS, whose certificate {@code authority} signed
 * @param authority the certificate to trust, PEM
 */
record Keycloak(KeycloakProcess process, URI http, URI https, Path authority) implements AutoCloseable {

    /** Starts one and waits until it answers. */
    static Keycloak start() {
        Path home = Path.of(System.getProperty("keycloak.home", "target/keycloak"));
        try {
            Certificates certificates = Certificates.in(home.resolveSibling("certificates"));
            int plain = freePort();
            int tls = freePort();
            URI http = URI.create("http://localhost:" + plain);
            URI https = URI.create("https://localhost:" + tls);
            KeycloakProcess process = new KeycloakProcess(home);
            process.build();
            process.start(plain, tls, certificates);
            process.awaitAnswer(URI.create(http + "/realms/" + Realm.NAME));
            return new Keycloak(process, http, https, certificates.authority());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Keycloak was starting", e);
        }
    }

    /** The realm's token endpoint, in the clear. */
    URI tokenEndpoint() {
        return endpoint("token");
    }

    /** The realm's user info endpoint, in the clear. */
    URI userInfo() {
        return endpoint("userinfo");
    }

    /** Where the realm publishes the keys that it signs with, in the clear. */
    URI keys() {
        return endpoint("certs");
    }

    /** The realm's name for itself, when it is asked in the clear. */
    String issuer() {
        return http + "/realms/" + Realm.NAME;
    }

    /** The list of the realm's users in the admin API, in the clear. */
    URI users() {
        return URI.create(http + "/admin/realms/" + Realm.NAME + "/users");
    }

    /** The list of the realm's users in the admin API, with TLS. */
    URI secureUsers() {
        return URI.create(https + "/admin/realms/" + Realm.NAME + "/users");
    }

    /** The realm's token endpoint, with TLS. */
    URI secureTokenEndpoint() {
        return URI.create(https + "/realms/" + Realm.NAME + "/protocol/openid-connect/token");
    }

    /** Stops the process and all it started. */
    @Override
    public void close() {
        process.close();
    }

    /** The issuer of another realm, in the clear. */
    URI issuer(String realm) {
        return URI.create(http + "/realms/" + realm);
    }

    /** The token endpoint of another realm, in the clear. */
    URI tokenEndpoint(String realm) {
        return URI.create(issuer(realm) + "/protocol/openid-connect/token");
    }

    private URI endpoint(String name) {
        return URI.create(http + "/realms/" + Realm.NAME + "/protocol/openid-connect/" + name);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
