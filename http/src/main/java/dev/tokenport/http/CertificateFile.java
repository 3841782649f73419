package dev.tokenport.http;

import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.http.key.PemCertificates;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** A file of certificates to trust. */
final class CertificateFile {

    private CertificateFile() {}

    static List<X509Certificate> certificates(Path file) {
        try {
            return PemCertificates.read("CA file", file);
        } catch (KeyFileException e) {
            throw new TrustException(e.getMessage(), e);
        }
    }
}
