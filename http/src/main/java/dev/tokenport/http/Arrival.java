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
    private @Nullable Framing framing;
    private @Nullable AnswerBody body;
    private boolean abandoned;

    Arrival(Failures failures) {
        this.failures = failures;
    }

    @Override
    public synchronized BodySubscriber<InputStream> apply(ResponseInfo info) {
        framing = Framing.of(info.headers());
        var arriving = new AnswerBody(failures, failures.deadline());
        body = arriving;
        if (abandoned) {
            arriving.close();
        }
        return arriving;
    }

    /** Nobody waits any more; the answer may come, or have come, at this very moment. */
    synchronized void abandon() {
        abandoned = true;
        if (body != null) {
            body.close();
        }
    }

    /** There is no answer, or no whole one, for this reason. */
    synchronized TransportException failure(Throwable cause) {
        Framing known = framing;
        if (known == null) {
            return failures.of(cause);
        }
        return known.fault().map(fault -> failures.broken(fault, cause)).orElseGet(() -> failures.brokenOff(cause));
    }

    /**
     * Checks how an answer that is there says where it ends.
     *
     * @throws TransportException if it does not
     */
    synchronized void check() throws TransportException {
        Framing known = framing;
        if (known == null) {
            return;
        }
        Optional<String> fault = known.fault();
        if (fault.isPresent()) {
            throw failures.broken(fault.get(), null);
        }
    }
}
