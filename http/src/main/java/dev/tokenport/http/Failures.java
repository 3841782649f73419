package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says what happened to one exchange in words that may be shown.
 *
 * @param way where the request goes, and how
 * @param connectTimeout how long connecting may take
 * @param deadline when the exchange has to be over
 */
record Failures(Way way, Duration connectTimeout, Deadline deadline) {

    // The TLS library tells these apart by its text only; a text that fits none is a TLS fault in the library's words.
    private static final Pattern HUNG_UP = Pattern.compile("(?i)terminated the handshake|broken pipe|connection reset");
    private static final Pattern NOT_TLS = Pattern.compile("(?i)unrecognized SSL message|plaintext connection");
    private static final Pattern NOTHING_IN_COMMON = Pattern.compile(
            "(?i)protocol_version|handshake_failure|insufficient_security|no appropriate protocol|protocol version"
                    + "|cipher suite");

    private static final Pattern CLIENT_CERTIFICATE = Pattern.compile(
            "(?i)fatal alert: (certificate_required|bad_certificate|unknown_ca|certificate_unknown|certificate_expired"
                    + "|certificate_revoked|unsupported_certificate|access_denied)");

    /** There is no answer for this reason. */
    TransportException of(Throwable cause) {
        Optional<CertificateRefusedException> refused = Causes.first(cause, CertificateRefusedException.class);
        if (refused.isPresent()) {
            return TransportException.tls(
                    refused.get().fault(),
                    "the certificate of " + way.peer() + " " + refused.get().getMessage(),
                    cause);
        }
        if (Causes.has(cause, UnknownHostException.class)) {
            return new TransportException(Fault.UNKNOWN_HOST, "unknown " + way.lookedUp(), cause);
        }
        if (Causes.has(cause, SocketTimeoutException.class)) {
            return new TransportException(
                    Fault.TIMEOUT,
                    "no connection to " + way.connected() + " within " + Seconds.shown(connectTimeout),
                    cause);
        }
        if (unconnected(Causes.innermost(cause))) {
            return new TransportException(Fault.REFUSED, refusal(cause), cause);
        }
        return Causes.first(cause, SSLException.class)
                .map(tls -> tls(tls, cause))
                .orElseGet(() -> broke("an answer came", cause));
    }

    private static boolean unconnected(Throwable root) {
        return root instanceof ConnectException || root instanceof NoRouteToHostException;
    }

    private String refusal(Throwable cause) {
        return Causes.innermostMessage(cause)
                .filter(words -> !words.startsWith("Connection refused"))
                .map(words -> "no connection to " + way.connected() + ": " + Shown.line(words))
                .orElse("connection to " + way.connected() + " refused");
    }

    /** There is a connection, but no answer, or none that can be used, for this reason. */
    TransportException ofAnswer(IOException cause) {
        Optional<HeadFault> ofHead = Causes.first(cause, HeadFault.class);
        return ofHead.isPresent() ? broken(ofHead.get().words(), cause) : of(cause);
    }

    private TransportException tls(SSLException tls, Throwable cause) {
        String words = Shown.line(Causes.innermostMessage(tls).orElse("no reason given"));
        Matcher certificate = CLIENT_CERTIFICATE.matcher(words);
        if (certificate.find()) {
            return TransportException.tls(
                    TlsFault.CLIENT_CERTIFICATE, refusesClient() + " (" + certificate.group(1) + ")", cause);
        }
        if (HUNG_UP.matcher(words).find()
                || Causes.has(tls, EOFException.class)
                || Causes.has(tls, SocketException.class)) {
            return way.lacksCertificate()
                    ? TransportException.tls(TlsFault.CLIENT_CERTIFICATE, refusesClient() + " (it hung up)", cause)
                    : broke("the TLS handshake was over", cause);
        }
        if (NOT_TLS.matcher(words).find()) {
            return TransportException.tls(
                    TlsFault.NOT_TLS, way.peer() + " does not speak TLS (https); a wrong port, or plain http?", cause);
        }
        Matcher common = NOTHING_IN_COMMON.matcher(words);
        boolean nothingInCommon = common.find();
        if (nothingInCommon && way.lacksCertificate()) {
            // Whoever asks for a certificate has found a version and a cipher.
            return TransportException.tls(
                    TlsFault.CLIENT_CERTIFICATE, refusesClient() + " (" + common.group() + ")", cause);
        }
        return nothingInCommon
                ? TransportException.tls(
                        TlsFault.NO_COMMON_PROTOCOL,
                        "no TLS version or cipher in common with " + way.peer() + " (" + words + ")",
                        cause)
                : TransportException.tls(
                        TlsFault.OTHER, "the TLS handshake with " + way.peer() + " failed (" + words + ")", cause);
    }

    private String refusesClient() {
        return way.clientKey()
                .file()
                .map(file -> way.peer() + " refuses the client certificate of '" + file + "'")
                .orElseGet(() -> way.peer() + " demands a client certificate, and none was given");
    }

    /** The proxy answers the wish for a tunnel with this status. */
    TransportException noTunnel(int status) {
        String words = "the proxy " + way.proxy().map(Object::toString).orElse("") + " did not connect to "
                + way.target() + " (HTTP " + status + ")";
        // Nothing has gone to the server yet.
        return new TransportException(Exchange.worthRetrying(status) ? Fault.REFUSED : Fault.PROXY, words, null);
    }

    /** The proxy says who it wants to be asked by. */
    TransportException proxyAuthentication(ProxyRule.Proxy proxy) {
        String words = proxy.user().isEmpty()
                ? "demands user and password"
                : "refuses the user and password that were given for it";
        return new TransportException(
                Fault.PROXY,
                "the proxy " + proxy + " " + words + " (HTTP 407, on the way to " + way.target() + ")",
                null);
    }

    /** Nothing came before the deadline. */
    TransportException noAnswer(@Nullable Throwable cause) {
        return new TransportException(
                Fault.TIMEOUT, "no answer from " + way.peer() + " within " + Seconds.shown(deadline.total()), cause);
    }

    /** The answer has begun but not ended before the deadline. */
    TransportException unfinished() {
        return new TransportException(
                Fault.TIMEOUT,
                "the answer of " + way.peer() + " did not end within " + Seconds.shown(deadline.total()),
                null);
    }

    /** The answer has begun and then broken off. */
    TransportException brokenOff(Throwable cause) {
        return broken("broke off before its end", cause);
    }

    /** The answer is useless for this reason. */
    TransportException broken(String what, @Nullable Throwable cause) {
        return new TransportException(Fault.BROKEN, "the answer of " + way.peer() + " " + what, cause);
    }

    /** What to say when the reading thread was interrupted. */
    String interrupted() {
        return "reading the answer of " + way.peer() + " was interrupted";
    }

    private TransportException broke(String before, Throwable cause) {
        return new TransportException(
                Fault.BROKEN,
                "the connection to " + way.peer() + " broke before " + before
                        + (way.lacksCertificate() ? "; it asks for a client certificate, and none was given" : ""),
                cause);
    }
}
