package dev.tokenport.http;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.http.key.KeyMaterial;
import java.net.Socket;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one certificate, or none, to every server that asks for one, whatever authorities the server lists: a certificate
 * that is signed by itself has none (RFC 8705 §2.2). Remembers who has asked. Thread-safe.
 */
final class ClientKey extends X509ExtendedKeyManager {

    private static final String ALIAS = "client";

    private final Optional<KeyFile> file;
    private final Optional<KeyMaterial> material;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    private ClientKey(Optional<KeyFile> file, Optional<KeyMaterial> material) {
        this.file = file;
        this.material = material;
    }

    /** Shows nothing. */
    static ClientKey none() {
        return new ClientKey(Optional.empty(), Optional.empty());
    }

    /** Shows what was read from a file. */
    static ClientKey of(KeyFile file, KeyMaterial material) {
        return new ClientKey(Optional.of(file), Optional.of(material));
    }

    /** The file with the certificate that is shown. */
    Optional<Path> file() {
        return file.map(key -> key.certificates().orElse(key.file()));
    }

    /** Whether this server has asked for a certificate. */
    boolean askedBy(String host, int port) {
        return asked.contains(server(host, port));
    }

    private static String server(@Nullable String host, int port) {
        return String.valueOf(host).toLowerCase(Locale.ROOT) + ":" + port;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String @Nullable [] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        if (socket instanceof SSLSocket tls && tls.getHandshakeSession() != null) {
            SSLSession session = tls.getHandshakeSession();
            asked.add(server(session.getPeerHost(), session.getPeerPort()));
        }
        return types != null && material.filter(shown -> fits(shown, types)).isPresent() ? ALIAS : null;
    }

    private static boolean fits(KeyMaterial shown, String[] types) {
        String ours = shown.certificates().get(0).getPublicKey().getAlgorithm();
        return Stream.of(types).anyMatch(type -> type.equals(ours) || type.startsWith(ours + "_"));
    }

    @Override
    public String[] getClientAliases(@Nullable String type, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
        return material.map(shown -> shown.certificates().toArray(X509Certificate[]::new))
                .orElse(null);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
        return material.map(KeyMaterial::key).orElse(null);
    }

    @Override
    public @Nullable String chooseServerAlias(
            @Nullable String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(@Nullable String type, Principal @Nullable [] issuers) {
        return null;
    }
}
