package dev.tokenport.integration.fault;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Watches how much of this process's heap is in use, garbage excluded. For one thread. */
final class MemoryWatch {

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final long before = inUse();
    private long most = before;

    /** Looks once, and waits a little. */
    void look() throws InterruptedException {
        most = Math.max(most, inUse());
        TimeUnit.MILLISECONDS.sleep(100);
    }

    /** The most octets that were in use at a time, beyond those at the beginning. */
    long most() {
        return most - before;
    }

    /** What a collection has left: what is made while it is counted would be counted otherwise. */
    private long inUse() {
        memory.gc();
        return heap.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }
}
