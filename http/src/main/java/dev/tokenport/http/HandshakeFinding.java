package dev.tokenport.http;

import dev.tokenport.secret.OneLine;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/**
 * What a TLS handshake has told. Immutable.
 *
 * @param way where it led
 * @param session what was agreed on
 * @param trusted who vouches for the server, in words
 */
record HandshakeFinding(Way way, SSLSession session, String trusted) {

    /** A certificate that ends sooner is worth a word. */
    private static final Duration SOON = Duration.ofDays(30);

    String words() throws SSLPeerUnverifiedException {
        X509Certificate certificate = certificate();
        return session.getProtocol() + ", " + session.getCipherSuite() + "; certificate of '"
                + subject(certificate) + "', issued by '"
                + Shown.line(certificate.getIssuerX500Principal().getName()) + "', valid until "
                + end(certificate).truncatedTo(ChronoUnit.SECONDS) + "; trusted: " + trusted
                + "; client certificate: " + clientCertificate();
    }

    /** What to change before long. */
    Optional<String> advice(Instant now) throws SSLPeerUnverifiedException {
        Instant end = end(certificate());
        Duration left = Duration.between(now, end);
        return left.compareTo(SOON) >= 0
                ? Optional.empty()
                : Optional.of("the certificate of " + way.target() + " ends at " + end.truncatedTo(ChronoUnit.SECONDS)
                        + ", in " + left.toDays() + " days: have it renewed");
    }

    private String clientCertificate() {
        if (session.getLocalCertificates() != null && session.getLocalCertificates().length > 0) {
            return "asked for, and shown ('" + subject((X509Certificate) session.getLocalCertificates()[0]) + "')";
        }
        String given = way.clientKey()
                .file()
                .map(file -> "'" + OneLine.of(file.toString()) + "'")
                .orElse("");
        if (!way.clientKey().askedBy(way.url().getHost(), Urls.port(way.url()))) {
            return "not asked for" + (given.isEmpty() ? "" : ", so that of " + given + " was not shown");
        }
        return given.isEmpty() ? "asked for, and none given" : "asked for, and that of " + given + " does not fit";
    }

    private X509Certificate certificate() throws SSLPeerUnverifiedException {
        return (X509Certificate) session.getPeerCertificates()[0];
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static String subject(X509Certificate certificate) {
        return Shown.line(certificate.getSubjectX500Principal().getName());
    }
}
