package dev.tokenport.http.key;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the certificates of a PEM file (RFC 7468); whatever else stands in it is passed over. */
public final class PemCertificates {

    private static final String BEGIN = "-----BEGIN " + Pem.CERTIFICATE + "-----";

    private PemCertificates() {}

    /**
     * The certificates of a file, in its order.
     *
     * @param role what the file is, for the message, such as {@code CA file}
     * @throws KeyFileException if the file cannot be read or has no certificate; the message names the path
     */
    public static List<X509Certificate> read(String role, Path file) {
        return required(FileContent.of(role, file));
    }

    static List<X509Certificate> required(FileContent content) {
        List<X509Certificate> certificates = in(content.pem(), content);
        if (certificates.isEmpty()) {
            throw content.fault("has no certificate in it (PEM, " + BEGIN + ")");
        }
        return certificates;
    }

    /** The certificates among the blocks, none if there is none. */
    static List<X509Certificate> in(Pem pem, FileContent content) {
        var certificates = new ArrayList<X509Certificate>();
        for (Pem.Block block : pem.certificates()) {
            String name = "certificate " + (certificates.size() + 1);
            if (!block.ended()) {
                throw content.fault(name + " has no END line");
            }
            certificates.add(block.der()
                    .flatMap(PemCertificates::certificate)
                    .orElseThrow(() -> content.fault(name + " cannot be read as a certificate")));
        }
        return List.copyOf(certificates);
    }

    private static Optional<X509Certificate> certificate(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }
}
