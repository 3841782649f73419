package dev.tokenport.web.site;

import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that keep no process alive. */
public final class Threads {

    private static final int IDLE_SECONDS = 5;
    private static final ThreadFactory THREADS = Executors.defaultThreadFactory();

    private Threads() {}

    /** So many at the most, which begin at once or not at all; work beyond is rejected. */
    public static ThreadPoolExecutor atMost(int most, String name) {
        return new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named(name));
    }

    /** Threads of this name. */
    public static ThreadFactory named(String name) {
        return work -> {
            Thread thread = THREADS.newThread(work);
            thread.setDaemon(true);
            thread.setName(name);
            return thread;
        };
    }
}
