package dev.tokenport.service;

import dev.tokenport.operator.RunContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests a task has sent, and the last status, told to the report now and then. Thread-safe. */
final class RequestCount {

    private static final long PAUSE = Duration.ofMillis(200).toNanos();

    private final RunContext context;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicInteger status = new AtomicInteger();
    private final AtomicLong toldAt;

    RequestCount(RunContext context) {
        this.context = context;
        this.toldAt = new AtomicLong(context.time().nanoTime() - PAUSE);
    }

    /** A request is on its way. */
    void sending() {
        requests.incrementAndGet();
        long now = context.time().nanoTime();
        long told = toldAt.get();
        if (now - told >= PAUSE && toldAt.compareAndSet(told, now)) {
            tell();
        }
    }

    /** An answer has come. */
    void answered(int code) {
        status.set(code);
    }

    /** Tells what there is so far. */
    void tell() {
        context.report().fact("requests", Long.toString(requests.get()));
        if (status.get() != 0) {
            context.report().fact("status", Integer.toString(status.get()));
        }
    }
}
