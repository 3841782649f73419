package dev.tokenport.benchmarks.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many threads that call at the same moment: virtual ones where the running Java has them. */
final class Callers {

    private static final long STACK = 512 * 1024;

    private final ThreadFactory threads = threads();
    private final int number;
    private final Duration patience;

    /** What the slowest call took, how many calls failed and how many callers had no answer when patience ended. */
    record Told(Duration slowest, int failed, int unanswered) {}

    /** Makes one or more calls. */
    @FunctionalInterface
    interface Caller {

        /** Calls; the time of a call goes to the watch. */
        void call(Watch watch) throws Exception;
    }

    /** Takes the time of calls. */
    @FunctionalInterface
    interface Watch {
        void time(Tokens call) throws Exception;
    }

    Callers(int number, Duration patience) {
        this.number = number;
        this.patience = patience;
    }

    /**
     * Has all call.
     *
     * @param ready is done when all stand ready, before they begin
     */
    Told call(Caller caller, Ready ready) throws Exception {
        var standing = new CountDownLatch(number);
        var gate = new CountDownLatch(1);
        var done = new CountDownLatch(number);
        var slowest = new AtomicLong();
        var failed = new AtomicInteger();
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Thread thread = threads.newThread(() -> {
                standing.countDown();
                try {
                    gate.await();
                    caller.call(call -> time(call, slowest));
                } catch (Exception e) {
                    failed.incrementAndGet();
                } finally {
                    done.countDown();
                }
            });
            started.add(thread);
            thread.start();
        }
        standing.await();
        ready.prepare();
        gate.countDown();
        boolean all = done.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        var told = new Told(
                all ? Duration.ofNanos(slowest.get()) : patience, failed.get(), Math.toIntExact(done.getCount()));
        started.forEach(Thread::interrupt);
        return told;
    }

    /** What is done before they begin. */
    @FunctionalInterface
    interface Ready {
        void prepare() throws Exception;
    }

    private static void time(Tokens call, AtomicLong slowest) throws Exception {
        long begin = System.nanoTime();
        try {
            call.token();
        } finally {
            slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
        }
    }

    private static ThreadFactory threads() {
        try {
            // Thread.ofVirtual().factory() of Java 21.
            Class<?> builder = Class.forName("java.lang.Thread$Builder$OfVirtual");
            var lookup = MethodHandles.publicLookup();
            Object virtual = lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(builder))
                    .invoke();
            return (ThreadFactory) lookup.findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
                    .invoke(virtual);
        } catch (ClassNotFoundException e) {
            return task -> {
                var thread = new Thread(null, task, "caller", STACK);
                thread.setDaemon(true);
                return thread;
            };
        } catch (Throwable e) {
            throw new IllegalStateException("this Java has virtual threads that cannot be made", e);
        }
    }
}
