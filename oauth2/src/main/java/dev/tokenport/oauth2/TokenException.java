package dev.tokenport.oauth2;

import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * There is no token. Each subclass is something a caller does differently. The message is one line that says what was
 * attempted, what happened and, where known, what to try; it may be shown as it is: no secret, token or credential is in
 * it, even when the server echoed one.
 */
public abstract sealed class TokenException extends Exception
        permits TokenConfigurationException,
                CredentialsRefusedException,
                RequestRefusedException,
                TokenServerException,
                TokenTransportException,
                MalformedAnswerException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int attempts;
    private final int status;
    private final @Nullable String error;

    TokenException(String message, Failure failure) {
        super(message, failure.cause());
        this.attempts = failure.attempts();
        this.status = failure.status();
        this.error = failure.error();
    }

    /** Whether the same request may succeed a little later. */
    public abstract boolean worthRetrying();

    /** How many requests were sent, 0 if none. */
    public int attempts() {
        return attempts;
    }

    /** The HTTP status of the last answer, empty if there was none. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** The {@code error} of the last answer (RFC 6749 §5.2), redacted; empty if there was none. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
