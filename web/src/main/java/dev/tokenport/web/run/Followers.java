package dev.tokenport.web.run;

import dev.tokenport.web.site.EventStream;
import dev.tokenport.web.site.Threads;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * Tells open pages how runs go. Each page has a thread that sends how everything stands, then what has changed since the last
 * time, a few times a second at the most: a page that reads slowly gets less often more, and holds nobody else. Thread-safe.
 */
final class Followers implements AutoCloseable {

    private static final int MOST = 64;
    private static final Duration PACE = Duration.ofMillis(250);
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads = Threads.atMost(MOST, "tokenport-page");

    /** Begins to tell a page. */
    void follow(Run run, EventStream page) {
        try {
            threads.execute(() -> tell(run, page));
        } catch (RejectedExecutionException e) {
            page.send("full", MOST + " pages follow runs, and no more at a time: close one");
            page.close();
        }
    }

    private static void tell(Run run, EventStream page) {
        try (page) {
            long seen = -1;
            while (!page.isClosed()) {
                Changes changes = run.progress().since(seen);
                if (changes.version() > seen) {
                    page.send("change", ChangesJson.of(changes));
                    seen = changes.version();
                } else {
                    page.beat();
                }
                if (changes.phase().isOver()) {
                    page.send("over", run.id());
                    return;
                }
                run.progress().awaitEnd(PACE);
                run.progress().await(seen, BEAT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
