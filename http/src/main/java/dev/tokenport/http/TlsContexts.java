package dev.tokenport.http;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes TLS contexts. */
final class TlsContexts {

    private TlsContexts() {}

    /** Trusts what the JDK trusts. */
    static SSLContext standard(ClientKey shown) {
        return context(null, shown);
    }

    /** Trusts these certificates and no others. */
    static SSLContext trusting(List<X509Certificate> certificates, ClientKey shown) {
        try {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < certificates.size(); i++) {
                store.setCertificateEntry("ca-" + i, certificates.get(i));
            }
            return context(store, shown);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no key store in memory", e);
        }
    }

    private static SSLContext context(@Nullable KeyStore trusted, ClientKey shown) {
        try {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            X509ExtendedTrustManager manager = Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no X.509 trust manager in this JDK"));
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {shown}, new TrustManager[] {new ReasoningTrust(manager)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS in this JDK", e);
        }
    }
}
