package dev.tokenport.oauth2;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
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

    /** What is to be done. */
    @FunctionalInterface
    interface Flight<T> {
        T fly() throws TokenException, InterruptedException;
    }

    private sealed interface Landing<T> {
        record Arrived<T>(T value) implements Landing<T> {}

        record Failed<T>(TokenException exception) implements Landing<T> {}

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
            if (landing instanceof Landing.Arrived<T> arrived) {
                return arrived.value();
            }
            if (landing instanceof Landing.Failed<T> failed) {
                throw failed.exception();
            }
        }
    }

    /** Whether nobody is at it right now. */
    boolean isIdle() {
        return inFlight.get() == null;
    }

    private T lead(Flight<T> flight, CompletableFuture<Landing<T>> mine) throws TokenException, InterruptedException {
        Landing<T> landing = new Landing.Abandoned<>();
        try {
            T value = flight.fly();
            landing = new Landing.Arrived<>(value);
            return value;
        } catch (TokenException e) {
            landing = new Landing.Failed<>(e);
            throw e;
        } finally {
            inFlight.set(null);
            mine.complete(landing);
        }
    }

    private static <T> Landing<T> await(CompletableFuture<Landing<T>> others) throws InterruptedException {
        try {
            return others.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a flight is only ever completed with a landing", e);
        }
    }
}
