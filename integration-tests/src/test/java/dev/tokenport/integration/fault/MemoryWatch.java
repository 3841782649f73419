package dev.tokenport.integration.fault;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.TimeUnit;

/** Watches how much of this process's heap is in use, garbage excluded. For one thread. */
final class MemoryWatch {

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final long before = inUse();
    private long most = before;

    /** Looks once, and waits a little. */
    void look() throws InterruptedException {
        most = Math.max(most, inUse());
        TimeUnit.MILLISECONDS.sleep(20);
    }

    /** The most octets that were in use at a time, beyond those at the beginning. */
    long most() {
        return most - before;
    }

    private long inUse() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
