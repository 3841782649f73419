package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.http.key.KeyMaterial;
import dev.tokenport.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Optional;

/**
 * The key and certificate of a client, and what tests make of them.
 *
 * @param folder where files are written
 * @param authority who has signed the certificate
 * @param client the client's store and certificate
 * @param material the client's key and chain
 */
record ClientFiles(Path folder, KeyTool.Identity authority, KeyTool.Identity client, KeyMaterial material) {

    static final String PASSWORD = "changeit";

    static ClientFiles in(Path folder) throws Exception {
        var keys = new KeyTool(folder);
        KeyTool.Identity authority = keys.identity("authority", "-ext", "bc:critical");
        KeyTool.Identity client = keys.signed("client", authority);
        return new ClientFiles(
                folder, authority, client, opened(client.store(), PASSWORD).read());
    }

    /** The key of a store, in PEM. */
    static String pem(KeyTool.Identity identity) {
        return pem(
                "PRIVATE KEY", opened(identity.store(), PASSWORD).read().key().getEncoded());
    }

    /** The key in PEM. */
    String key() {
        return pem("PRIVATE KEY", material.key().getEncoded());
    }

    /** The client's certificate and the authority's, in PEM. */
    String chain() throws IOException {
        return Files.readString(client.pem()) + Files.readString(authority.pem());
    }

    static KeyFile opened(Path file, String password) {
        return new KeyFile(file, Optional.empty(), password(password));
    }

    static Optional<Secret> password(String password) {
        return Optional.of(Secret.of(password));
    }

    static KeyFile beside(Path key, Path certificates) {
        return new KeyFile(key, Optional.of(certificates), Optional.empty());
    }

    static KeyStore store() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    Path write(String name, KeyStore store) throws GeneralSecurityException, IOException {
        try (var out = Files.newOutputStream(folder.resolve(name))) {
            store.store(out, PASSWORD.toCharArray());
        }
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END " + label + "-----\n";
    }

    static void assertFault(KeyFile key, Path file, String fault) {
        assertThatThrownBy(key::read)
                .isInstanceOf(KeyFileException.class)
                .hasMessage("key file '" + file + "': " + fault);
    }
}
