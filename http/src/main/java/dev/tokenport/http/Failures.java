package dev.tokenport.http;

import dev.tokenport.http.TransportException.Fault;
import dev.tokenport.http.TransportException.TlsFault;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says what happened to one exchange in words that may be shown.
 *
 * @param peer host and port
 * @param host the host alone
 * @param connectTimeout how long connecting may take
 * @param deadline when the exchange has to be over
 */
record Failures(String peer, String host, Duration connectTimeout, Deadline deadline) {

    // The TLS library tells these apart by its text only; a text that fits none is a TLS fault in the library's words.
    private static final Pattern HUNG_UP = Pattern.compile("(?i)terminated the handshake");
    private static final Pattern NOT_TLS = Pattern.compile("(?i)unrecognized SSL message|plaintext connection");
    private static final Pattern NOTHING_IN_COMMON = Pattern.compile(
            "(?i)protocol_version|handshake_failure|insufficient_security|no appropriate protocol|protocol version"
                    + "|cipher suite");

    /** There is no answer for this reason. */
    TransportException of(Throwable cause) {
        Optional<CertificateRefusedException> refused = Causes.first(cause, CertificateRefusedException.class);
        if (refused.isPresent()) {
            return TransportException.tls(
                    refused.get().fault(),
                    "the certificate of " + peer + " " + refused.get().getMessage(),
                    cause);
        }
        if (Causes.has(cause, UnresolvedAddressException.class) || Causes.has(cause, UnknownHostException.class)) {
            return new TransportException(Fault.UNKNOWN_HOST, "unknown host '" + host + "'", cause);
        }
        if (Causes.has(cause, HttpTimeoutException.class)) {
            return new TransportException(
                    Fault.TIMEOUT, "no connection to " + peer + " within " + Seconds.shown(connectTimeout), cause);
        }
        if (unconnected(Causes.innermost(cause))) {
            return new TransportException(Fault.REFUSED, refusal(cause), cause);
        }
        Optional<ProtocolException> ofHead = Causes.first(cause, ProtocolException.class);
        if (ofHead.isPresent()) {
            return broken(HeadFault.of(ofHead.get()), cause);
        }
        return Causes.first(cause, SSLException.class)
                .map(tls -> tls(tls, cause))
                .orElseGet(() -> broke("an answer came", cause));
    }

    // The JDK's client tries to connect a second time, on the channel the first attempt has closed.
    private static boolean unconnected(Throwable root) {
        return root instanceof ConnectException
                || root instanceof NoRouteToHostException
                || root instanceof ClosedChannelException;
    }

    // Around it the JDK's client may say "Too many retries", which is about its own second attempt.
    private String refusal(Throwable cause) {
        Throwable refused = Causes.first(cause, ConnectException.class)
                .map(Throwable.class::cast)
                .orElseGet(() -> Causes.innermost(cause));
        return Causes.innermostMessage(refused)
                .filter(words -> !words.startsWith("Connection refused"))
                .map(words -> "no connection to " + peer + ": " + Shown.line(words))
                .orElse("connection to " + peer + " refused");
    }

    private TransportException tls(SSLException tls, Throwable cause) {
        String words = Shown.line(Causes.innermostMessage(tls).orElse("no reason given"));
        if (HUNG_UP.matcher(words).find()
                || Causes.has(tls, EOFException.class)
                || Causes.has(tls, SocketException.class)) {
            return broke("the TLS handshake was over", cause);
        }
        if (NOT_TLS.matcher(words).find()) {
            return TransportException.tls(
                    TlsFault.NOT_TLS, peer + " does not speak TLS (https); a wrong port, or plain http?", cause);
        }
        return NOTHING_IN_COMMON.matcher(words).find()
                ? TransportException.tls(
                        TlsFault.NO_COMMON_PROTOCOL,
                        "no TLS version or cipher in common with " + peer + " (" + words + ")",
                        cause)
                : TransportException.tls(
                        TlsFault.OTHER, "the TLS handshake with " + peer + " failed (" + words + ")", cause);
    }

    /** Nothing came before the deadline. */
    TransportException noAnswer(@Nullable Throwable cause) {
        return new TransportException(
                Fault.TIMEOUT, "no answer from " + peer + " within " + Seconds.shown(deadline.total()), cause);
    }

    /** The answer has begun but not ended before the deadline. */
    TransportException unfinished() {
        return new TransportException(
                Fault.TIMEOUT,
                "the answer of " + peer + " did not end within " + Seconds.shown(deadline.total()),
                null);
    }

    /** The answer has begun and then broken off. */
    TransportException brokenOff(Throwable cause) {
        return broken("broke off before its end", cause);
    }

    /** The answer is useless for this reason. */
    TransportException broken(String what, @Nullable Throwable cause) {
        return new TransportException(Fault.BROKEN, "the answer of " + peer + " " + what, cause);
    }

    /** What to say when the reading thread was interrupted. */
    String interrupted() {
        return "reading the answer of " + peer + " was interrupted";
    }

    private TransportException broke(String before, Throwable cause) {
        return new TransportException(Fault.BROKEN, "the connection to " + peer + " broke before " + before, cause);
    }
}
