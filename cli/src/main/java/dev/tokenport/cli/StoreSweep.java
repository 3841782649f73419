package dev.tokenport.cli;

import dev.tokenport.workflow.store.EntityStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Removes what runs that never ended as they should have left in the store: at once, then once a day. Thread-safe. */
final class StoreSweep implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofDays(1);

    private final Session session;
    private final EntityStore store;
    private final Duration kept;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(StoreSweep::daemon);

    private StoreSweep(Session session, EntityStore store, Duration kept) {
        this.session = session;
        this.store = store;
        this.kept = kept;
    }

    /** Begins to sweep what is older than that. */
    static StoreSweep begin(Session session, EntityStore store, Duration kept) {
        var sweep = new StoreSweep(session, store, kept);
        var unused = sweep.daily.scheduleWithFixedDelay(sweep::sweep, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
        return sweep;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = Executors.defaultThreadFactory().newThread(work);
        thread.setName("tokenport-sweep");
        thread.setDaemon(true);
        return thread;
    }

    private void sweep() {
        try {
            List<String> removed = store.sweep(session.world().time().now().minus(kept));
            if (!removed.isEmpty()) {
                session.screen()
                        .say("store: removed what " + Words.count(removed.size(), "run") + " had left for "
                                + Words.count(kept.toDays(), "day") + ": " + String.join(", ", removed));
            }
        } catch (IOException | RuntimeException e) {
            // An old run in the way must not keep the worker from its work, nor the sweep from its next day.
            session.screen().say("store: what old runs have left cannot be removed: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
