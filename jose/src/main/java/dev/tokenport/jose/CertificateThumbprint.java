package dev.tokenport.jose;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;

/**
 * By which certificate a server finds the key: {@code x5t#S256} and {@code x5t} (RFC 7515 §4.1.8, §4.1.7). Microsoft Entra
 * ID looks for the first, AD FS and older services for the second only; SHA-1 serves here to find, not to trust.
 */
final class CertificateThumbprint {

    private CertificateThumbprint() {}

    static void add(JWSHeader.Builder header, X509Certificate certificate) {
        header.x509CertSHA256Thumbprint(hash("SHA-256", certificate));
        addSha1(header, hash("SHA-1", certificate));
    }

    @SuppressWarnings("deprecation") // SHA-1 is out of favour, and the only thumbprint that some servers know
    private static void addSha1(JWSHeader.Builder header, Base64URL hash) {
        header.x509CertThumbprint(hash);
    }

    private static Base64URL hash(String algorithm, X509Certificate certificate) {
        try {
            return Base64URL.encode(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("holds a certificate without a thumbprint", e);
        }
    }
}
