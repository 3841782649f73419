package dev.tokenport.web.run;

import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that begin at once or not at all, and keep no process alive. */
final class Threads {

    private static final int IDLE_SECONDS = 5;
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private Threads() {}

    /** So many at the most; work beyond is rejected. */
    static ThreadPoolExecutor atMost(int most, String name) {
        return new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = THREADS.newThread(work);
            thread.setDaemon(true);
            thread.setName(name);
            return thread;
        });
    }
}
