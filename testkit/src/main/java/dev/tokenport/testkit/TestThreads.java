package dev.tokenport.testkit;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** As many threads as a task wants; they keep no process alive. Thread-safe. */
final class TestThreads implements Executor {

    private final ExecutorService threads = Executors.newCachedThreadPool(TestThreads::daemon);

    private static Thread daemon(Runnable work) {
        Thread thread = Executors.defaultThreadFactory().newThread(work);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }
}
