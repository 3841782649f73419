package dev.tokenport.workflow.run;

import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells a listener what happens, in order and one call at a time, without a lock: whoever comes first tells what others
 * have to tell as well. Thread-safe.
 */
final class Announcer {

    private static final System.Logger LOGGER = System.getLogger(Announcer.class.getName());

    private final RunListener listener;
    private final Queue<Consumer<RunListener>> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger untold = new AtomicInteger();

    Announcer(RunListener listener) {
        this.listener = listener;
    }

    void tell(Consumer<RunListener> event) {
        events.add(event);
        if (untold.getAndIncrement() == 0) {
            do {
                tellNext();
            } while (untold.decrementAndGet() > 0);
        }
    }

    private void tellNext() {
        Consumer<RunListener> event = events.poll();
        if (event != null) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                // A fault in what only looks on must not change what happens.
                LOGGER.log(
                        Level.WARNING,
                        "the listener of the run failed: " + e.getClass().getName());
            }
        }
    }
}
