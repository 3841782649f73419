package dev.tokenport.http.key;

import dev.tokenport.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one private key, with its certificates, of a PKCS#12 file (RFC 7292). */
final class Pkcs12 {

    private static final int VERSION = 3;

    private Pkcs12() {}

    /** Whether this looks like PKCS#12. */
    static boolean looksLike(byte[] bytes) {
        return Der.of(bytes)
                .next(Der.SEQUENCE)
                .flatMap(pfx -> pfx.next(Der.INTEGER))
                .map(Der::bytes)
                .filter(version -> version.length == 1 && version[0] == VERSION)
                .isPresent();
    }

    static KeyMaterial material(FileContent content, Optional<Secret> password) {
        char[] opening = password.map(secret -> PemKey.revealed(secret, content))
                .orElse("")
                .toCharArray();
        try {
            KeyStore store = store(content, opening, password.isPresent());
            String alias = alias(store, content);
            @Nullable Key key = store.getKey(alias, opening);
            if (!(key instanceof PrivateKey privateKey)) {
                throw content.fault("has no private key in it");
            }
            Certificate @Nullable [] chain = store.getCertificateChain(alias);
            return new KeyMaterial(
                    privateKey,
                    Stream.of(chain == null ? new Certificate[0] : chain)
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (UnrecoverableKeyException e) {
            throw content.fault("the password does not fit the private key", e);
        } catch (GeneralSecurityException e) {
            throw content.fault("cannot be read as PKCS#12", e);
        }
    }

    private static KeyStore store(FileContent content, char[] password, boolean given) throws GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try {
            store.load(new ByteArrayInputStream(content.bytes()), password);
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw content.fault(
                        given ? "the password does not fit" : "is encrypted, and there is no password for it", e);
            }
            throw content.fault("cannot be read as PKCS#12", e);
        }
    }

    private static String alias(KeyStore store, FileContent content) throws GeneralSecurityException {
        List<String> keys = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                keys.add(alias);
            }
        }
        if (keys.isEmpty()) {
            throw content.fault("has no private key in it");
        }
        if (keys.size() > 1) {
            Collections.sort(keys);
            throw content.fault(
                    "has several private keys in it ('" + String.join("', '", keys) + "'); leave the one to use");
        }
        return keys.get(0);
    }
}
