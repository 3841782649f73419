package dev.tokenport.oauth2;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of many concurrent callers do what all of them want done, and gives its result to all, the failure too. Who
 * waits can be interrupted without harm to the others; if the one who does it is interrupted, one of those who wait takes
 * over. Nothing is kept. Thread-safe.
 *
 * @param <T> what is wanted
 */
final class SingleFlight<T> {

    private final AtomicReference<@Nullable CompletableFuture<Landing<T>>> inFlight = new AtomicReference<>();
    private final Predicate<T> wanted;

    /**
     * Nothing in flight.
     *
     * @param wanted whether a result is still to be given to those who waited for it: it is known to others before it is
     *     given to them, and may have turned out to be of no use in the meantime
     */
    SingleFlight(Predicate<T> wanted) {
        this.wanted = wanted;
    }

    /** What is to be done. */
    @FunctionalInterface
    interface Flight<T> {
        T fly() throws TokenException, InterruptedException;
    }

    private sealed interface Landing<T> {
        record Arrived<T>(T value) implements Landing<T> {}

        record Failed<T>(TokenException exception) implements Landing<T> {}

        record Crashed<T>(Throwable defect) implements Landing<T> {}

        record Abandoned<T>() implements Landing<T> {}
    }

    T join(Flight<T> flight) throws TokenException, InterruptedException {
        while (true) {
            var mine = new CompletableFuture<Landing<T>>();
            @Nullable CompletableFuture<Landing<T>> others = inFlight.compareAndExchange(null, mine);
            if (others == null) {
                return lead(flight, mine);
            }
            Landing<T> landing = await(others);
            if (landing instanceof Landing.Arrived<T> arrived && wanted.test(arrived.value())) {
                return arrived.value();
            }
            if (landing instanceof Landing.Failed<T> failed) {
                throw failed.exception();
            }
            if (landing instanceof Landing.Crashed<T> crashed) {
                throw new IllegalStateException(
                        "another thread failed in fetching it with "
                                + crashed.defect().getClass().getName(),
                        crashed.defect());
            }
        }
    }

    private T lead(Flight<T> flight, CompletableFuture<Landing<T>> mine) throws TokenException, InterruptedException {
        Landing<T> landing = new Landing.Abandoned<>();
        try {
            T value = flight.fly();
            landing = new Landing.Arrived<>(value);
            return value;
        } catch (TokenException e) {
            if (Thread.currentThread().isInterrupted()) {
                // It may have failed because of that, as the reading of a secret does; that is nobody else's failure.
                throw interrupted(e);
            }
            landing = new Landing.Failed<>(e);
            throw e;
        } catch (RuntimeException | Error e) {
            landing = new Landing.Crashed<>(e);
            throw e;
        } finally {
            inFlight.set(null);
            mine.complete(landing);
        }
    }

    private static InterruptedException interrupted(TokenException cause) {
        var interrupted = new InterruptedException("interrupted while a token was fetched");
        interrupted.initCause(cause);
        return interrupted;
    }

    private static <T> Landing<T> await(CompletableFuture<Landing<T>> others) throws InterruptedException {
        try {
            return others.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flight is only ever completed with a landing", e);
        }
    }
}
