package dev.tokenport.http;

import dev.tokenport.http.TransportException.TlsFault;
import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Decides as the JDK does, and says why a certificate was refused: the JDK's own exceptions tell an unknown authority, an
 * expired certificate and a wrong host name apart by their text only. Thread-safe.
 */
final class ReasoningTrust extends X509ExtendedTrustManager {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final X509ExtendedTrustManager jdk;

    ReasoningTrust(X509ExtendedTrustManager jdk) {
        this.jdk = jdk;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        try {
            jdk.checkServerTrusted(chain, authType, engine);
        } catch (CertificateException e) {
            throw refused(e, chain, authType);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            jdk.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw refused(e, chain, authType);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        jdk.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        jdk.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        jdk.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        jdk.checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return jdk.getAcceptedIssuers();
    }

    private CertificateRefusedException refused(CertificateException e, X509Certificate[] chain, String authType) {
        if (Causes.has(e, CertificateExpiredException.class)) {
            return new CertificateRefusedException(
                    TlsFault.EXPIRED, "has expired on " + chain[0].getNotAfter().toInstant(), e);
        }
        if (Causes.has(e, CertificateNotYetValidException.class)) {
            return new CertificateRefusedException(
                    TlsFault.EXPIRED,
                    "is not valid before " + chain[0].getNotBefore().toInstant(),
                    e);
        }
        if (trustedForAnyHost(chain, authType)) {
            return new CertificateRefusedException(
                    TlsFault.WRONG_HOST, "is for another host: " + Shown.line(hosts(chain[0])), e);
        }
        return new CertificateRefusedException(TlsFault.UNTRUSTED, "is not trusted: " + whyUntrusted(e, chain), e);
    }

    private boolean trustedForAnyHost(X509Certificate[] chain, String authType) {
        try {
            jdk.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private static String whyUntrusted(CertificateException e, X509Certificate[] chain) {
        if (!Causes.has(e, CertPathBuilderException.class)) {
            return Shown.line(Causes.innermostMessage(e).orElse("no reason given"));
        }
        X509Certificate last = chain[chain.length - 1];
        String issuer = Shown.line(last.getIssuerX500Principal().getName());
        return last.getIssuerX500Principal().equals(chain[0].getSubjectX500Principal())
                ? "it is signed by itself ('" + issuer + "')"
                : "its authority '" + issuer + "' is unknown";
    }

    private static String hosts(X509Certificate certificate) {
        String hosts = names(certificate).stream()
                .filter(name -> name.get(0) instanceof Integer type && (type == DNS_NAME || type == IP_ADDRESS))
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.joining(", "));
        return hosts.isEmpty() ? certificate.getSubjectX500Principal().getName() : hosts;
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            // The subject is shown instead.
            return List.of();
        }
    }
}
