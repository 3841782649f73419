package dev.tokenport.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the certificates of a PEM file (RFC 7468); whatever else stands in it is passed over. */
final class CertificateFile {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final Pattern BLOCK = Pattern.compile(BEGIN + "([^-]*)(-----END CERTIFICATE-----)?");

    private CertificateFile() {}

    static List<X509Certificate> certificates(Path file) {
        Matcher block = BLOCK.matcher(text(file));
        var certificates = new ArrayList<X509Certificate>();
        while (block.find()) {
            int number = certificates.size() + 1;
            if (block.group(2) == null) {
                throw fault(file, "certificate " + number + " has no END line", null);
            }
            certificates.add(certificate(block.group(1), number, file));
        }
        if (certificates.isEmpty()) {
            throw fault(file, "has no certificate in it (PEM, " + BEGIN + ")", null);
        }
        return List.copyOf(certificates);
    }

    private static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw fault(file, "is a folder, not a file", null);
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw fault(file, "no such file", e);
        } catch (AccessDeniedException e) {
            throw fault(file, "no permission to read", e);
        } catch (IOException e) {
            throw fault(file, "cannot be read", e);
        }
    }

    private static X509Certificate certificate(String base64, int number, Path file) {
        try {
            byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException e) {
            throw fault(file, "certificate " + number + " cannot be read as a certificate", e);
        }
    }

    private static TrustException fault(Path file, String what, @Nullable Exception cause) {
        return new TrustException("CA file '" + file + "': " + what, cause);
    }
}
