package dev.tokenport.http;

import dev.tokenport.http.Verdict.Done;
import dev.tokenport.http.Verdict.Rest;
import dev.tokenport.http.Verdict.SendAgain;
import dev.tokenport.http.Verdict.TryAgain;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Sends a request until there is an answer to keep, attempts or time are used up, or another attempt makes no sense.
 *
 * <p>Tried again are a refused or broken connection and a time-out ({@link TransportException#worthRetrying()}), and what
 * the {@link AnswerReader} says is worth it. The wait is {@link RetryPolicy#firstDelay()} × 2ⁿ plus up to 50 % of that;
 * {@code Retry-After} (seconds or a date) is a minimum to which only jitter is added. A wait that would not end before
 * the deadline is not begun. {@link RetryPolicy#total()} covers everything: connecting, waiting, reading bodies.
 *
 * <p>What the server says that it misses in a request ({@link Verdict#sendAgain}) is put right at once, as part of the same
 * attempt.
 *
 * <p>Thread-safe if transport, jitter and listener are.
 */
public final class Exchange {

    private static final Set<Integer> WORTH_RETRYING = Set.of(408, 429, 500, 502, 503, 504);

    private final Transport transport;
    private final RetryPolicy policy;
    private final TimeSource time;
    private final DoubleSupplier jitter;
    private final Consumer<RetryNotice> listener;
    private final Manner manner;
    private final Backoff backoff;

    /**
     * How a request is sent.
     *
     * @param onlyIfUnsent whether a request that may have reached the server is not sent again
     * @param waitsOnly whether the total counts only what is waited for, not what the reader of a body does in between
     */
    private record Manner(boolean onlyIfUnsent, boolean waitsOnly) {}

    /** An exchange with random jitter that tells nobody of its retries. */
    public Exchange(Transport transport, RetryPolicy policy, TimeSource time) {
        this(
                transport,
                policy,
                time,
                () -> ThreadLocalRandom.current().nextDouble(),
                notice -> {},
                new Manner(false, false));
    }

    private Exchange(
            Transport transport,
            RetryPolicy policy,
            TimeSource time,
            DoubleSupplier jitter,
            Consumer<RetryNotice> listener,
            Manner manner) {
        this.transport = Objects.requireNonNull(transport);
        this.policy = Objects.requireNonNull(policy);
        this.time = Objects.requireNonNull(time);
        this.jitter = Objects.requireNonNull(jitter);
        this.listener = Objects.requireNonNull(listener);
        this.manner = manner;
        this.backoff = new Backoff(policy, jitter);
    }

    /** The same with another source of jitter: numbers from 0 (none) to 1 (all 50 %). */
    public Exchange withJitter(DoubleSupplier other) {
        return new Exchange(transport, policy, time, other, listener, manner);
    }

    /** The same with a listener that is told of each retry before the wait, on the thread that sends. */
    public Exchange withListener(Consumer<RetryNotice> other) {
        return new Exchange(transport, policy, time, jitter, other, manner);
    }

    /**
     * The same for requests that must not be processed twice: of those without an answer, only one that cannot have reached
     * the server is sent again. What the {@link AnswerReader} says of an answer stands.
     */
    public Exchange onlyIfUnsent() {
        return new Exchange(transport, policy, time, jitter, listener, new Manner(true, manner.waitsOnly));
    }

    /**
     * The same with a total that counts only what is waited for: while an answer's body is open and nobody reads it, the
     * clock stands still.
     */
    public Exchange waitsOnly() {
        return new Exchange(transport, policy, time, jitter, listener, new Manner(manner.onlyIfUnsent, true));
    }

    /** Whether an answer of this status may be better a little later: 408, 429, 500, 502, 503, 504. */
    public static boolean worthRetrying(int status) {
        return WORTH_RETRYING.contains(status);
    }

    /**
     * Sends until there is a result.
     *
     * @param requests gives the request, once each time it is sent, so that its secrets are read anew
     * @param reader reads each answer
     * @throws TransportException if the last attempt got no (whole) answer; the message says how many attempts there were
     *     if there was more than one
     * @throws IOException what the reader throws
     * @throws InterruptedException at once when the thread is interrupted: in a wait, in a request, in a body
     */
    public <T> Outcome<T> send(Supplier<Request> requests, AnswerReader<T> reader)
            throws IOException, InterruptedException {
        return send(requests, reader, deadline());
    }

    /** A deadline of {@link RetryPolicy#total()} from now, for several requests that lead to one result. */
    public Deadline deadline() {
        return manner.waitsOnly ? Deadline.ofWaiting(policy.total(), time) : Deadline.after(policy.total(), time);
    }

    /**
     * Sends until there is a result.
     *
     * @param requests as above
     * @param reader as above
     * @param deadline when it must be there, of {@link #deadline()}
     * @throws IOException as above
     * @throws InterruptedException as above
     */
    public <T> Outcome<T> send(Supplier<Request> requests, AnswerReader<T> reader, Deadline deadline)
            throws IOException, InterruptedException {
        deadline.goOn();
        for (int attempt = 1; ; attempt++) {
            Attempt<T> made = attempt(requests, reader, deadline);
            if (made instanceof Attempt.Final<T> last) {
                return new Outcome<>(last.value(), attempt, Optional.empty());
            }
            Backoff.Pause pause = backoff.after(attempt, made.retryAfter(), deadline);
            if (pause instanceof Backoff.Pause.None none) {
                return new Outcome<>(made.valueOrThrow(none.why(), attempt), attempt, Optional.of(none.why()));
            }
            Duration wait = ((Backoff.Pause.Wait) pause).duration();
            listener.accept(new RetryNotice(attempt, policy.attempts(), wait, made.reason()));
            time.sleep(wait);
        }
    }

    /** One attempt, with what the server misses in it put right at once. */
    private <T> Attempt<T> attempt(Supplier<Request> requests, AnswerReader<T> reader, Deadline deadline)
            throws IOException, InterruptedException {
        while (true) {
            Attempt<T> made = attempt(requests.get(), reader, deadline);
            if (!(made instanceof Attempt.Corrected<T> corrected)) {
                return made;
            }
            if (deadline.passed()) {
                return new Attempt.Final<>(corrected.value());
            }
        }
    }

    private <T> Attempt<T> attempt(Request request, AnswerReader<T> reader, Deadline deadline)
            throws IOException, InterruptedException {
        Response response = null;
        boolean open = false;
        try {
            response = transport.send(request, deadline);
            Verdict<T> verdict = reader.read(response);
            if (verdict instanceof Done<T> done) {
                open = done.rest() == Rest.OPEN;
                return new Attempt.Final<>(done.value());
            }
            deadline.goOn();
            if (verdict instanceof SendAgain<T> corrected) {
                return new Attempt.Corrected<>(corrected.value());
            }
            var again = (TryAgain<T>) verdict;
            return new Attempt.Answered<>(again.value(), again.reason(), RetryAfter.in(response.headers(), time.now()));
        } catch (TransportException e) {
            if (!e.worthRetrying() || deadline.passed() || (manner.onlyIfUnsent && !e.unsent())) {
                throw e;
            }
            deadline.goOn();
            return new Attempt.Failed<>(e);
        } catch (InterruptedIOException e) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
            }
            throw e;
        } finally {
            if (response != null && !open) {
                response.close();
            }
        }
    }
}
