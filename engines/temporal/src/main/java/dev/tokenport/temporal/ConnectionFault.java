package dev.tokenport.temporal;

import dev.tokenport.secret.OneLine;
import dev.tokenport.workflow.engine.EngineAddress;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.netty.handler.ssl.NotSslRecordException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Why a server does not answer, in one clause. */
final class ConnectionFault {

    private static final Set<Status.Code> REFUSALS =
            EnumSet.of(Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED);

    private ConnectionFault() {}

    /** Whether the next try would end as this one. */
    static boolean isFinal(StatusRuntimeException thrown) {
        return REFUSALS.contains(thrown.getStatus().getCode())
                || causes(thrown).stream()
                        .anyMatch(cause -> cause instanceof SSLException || cause instanceof CertificateException);
    }

    /** The reason that lies deepest among those that say something. */
    static String reason(StatusRuntimeException thrown, EngineAddress address) {
        for (Throwable cause : causes(thrown)) {
            Optional<String> reason = reason(cause, address);
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        Status status = thrown.getStatus();
        String words = status.getCode() == Status.Code.UNAUTHENTICATED ? "it does not accept who asks: " : "";
        return words
                + OneLine.of(Optional.ofNullable(status.getDescription())
                        .orElse(status.getCode().toString()));
    }

    private static Optional<String> reason(Throwable cause, EngineAddress address) {
        String message = OneLine.of(String.valueOf(cause.getMessage()));
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("its certificate has expired");
        }
        if (cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException) {
            return Optional.of("its certificate is of no authority that is trusted; name the authority with --tls-ca");
        }
        if (cause instanceof CertificateException) {
            return Optional.of("its certificate is of another: " + message);
        }
        if (cause instanceof NotSslRecordException) {
            return Optional.of("it does not speak TLS");
        }
        if (cause instanceof SSLException) {
            boolean hasOwn =
                    address.tls().flatMap(EngineAddress.Tls::certificate).isPresent();
            return Optional.of("the TLS handshake failed: " + message
                    + (hasOwn ? "" : "; it may want a certificate of this client (--tls-cert, --tls-key)"));
        }
        if (cause instanceof UnknownHostException) {
            return Optional.of("the host is not known");
        }
        return cause instanceof ConnectException ? Optional.of(message) : Optional.empty();
    }

    /** The deepest first. */
    private static Deque<Throwable> causes(Throwable thrown) {
        Deque<Throwable> causes = new ArrayDeque<>();
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            causes.push(at);
        }
        return causes;
    }
}
