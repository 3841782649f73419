package dev.tokenport.oauth2;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server is overloaded, down or broken (408, 429, 5xx), after all attempts that were allowed. Wait. */
public final class TokenServerException extends TokenException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;
    private final @Nullable Duration retryAfter;

    TokenServerException(String message, Failure failure, boolean worthRetrying, @Nullable Duration retryAfter) {
        super(message, failure);
        this.worthRetrying = worthRetrying;
        this.retryAfter = retryAfter;
    }

    /** How long the server asked to wait ({@code Retry-After}). */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    @Override
    public boolean worthRetrying() {
        return worthRetrying;
    }
}
