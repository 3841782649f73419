package dev.tokenport.http;

import java.io.InputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in one answer from the moment on when its head is there, so that it can be told what a fault is a fault of: whether
 * the JDK's client tells it of the answer or of its body is a matter of chance. Thread-safe.
 */
final class Arrival implements BodyHandler<InputStream> {

    private final Failures failures;
    private final Deadline deadline;
    private volatile @Nullable Framing framing;

    Arrival(Failures failures, Deadline deadline) {
        this.failures = failures;
        this.deadline = deadline;
    }

    @Override
    public BodySubscriber<InputStream> apply(ResponseInfo info) {
        framing = Framing.of(info.headers());
        return new AnswerBody(failures, deadline);
    }

    /** There is no answer, or no whole one, for this reason. */
    TransportException failure(Throwable cause) {
        Framing known = framing;
        if (known == null) {
            return failures.of(cause);
        }
        return known.fault().map(fault -> failures.broken(fault, cause)).orElseGet(() -> failures.brokenOff(cause));
    }

    /** What is wrong with how an answer that is there says where it ends. */
    Optional<TransportException> fault() {
        Framing known = framing;
        return known == null ? Optional.empty() : known.fault().map(fault -> failures.broken(fault, null));
    }
}
