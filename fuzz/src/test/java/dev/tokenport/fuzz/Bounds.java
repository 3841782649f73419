package dev.tokenport.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * How much an input may cost whoever reads it. Counted is what the reading thread itself used, processor time and
 * allocated memory, so that a busy machine makes no difference.
 */
public final class Bounds {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final long MOST_MEMORY = 256L << 20;
    private static final long MOST_MEMORY_PER_BYTE = 64 << 10;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /** Reads something. */
    @FunctionalInterface
    public interface Reading {

        /** Reads; what it throws fails the target. */
        void read() throws Exception;
    }

    /** What one reading used. */
    private record Effort(Duration time, long memory) {

        static Effort of(Reading reading) throws Exception {
            long time = THREADS.getCurrentThreadCpuTime();
            long memory = THREADS.getCurrentThreadAllocatedBytes();
            reading.read();
            return new Effort(
                    Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - time),
                    THREADS.getCurrentThreadAllocatedBytes() - memory);
        }
    }

    /**
     * Reads an input within the bounds; all that escapes is a finding. What takes too much is read once more, since the
     * first time classes are loaded, and a fuzzer changes them.
     */
    public static void within(byte[] input, Reading reading) throws Exception {
        long mostMemory = MOST_MEMORY + MOST_MEMORY_PER_BYTE * input.length;
        Effort effort = Effort.of(reading);
        if (effort.time.compareTo(LONGEST) >= 0 || effort.memory >= mostMemory) {
            effort = Effort.of(reading);
        }

        assertThat(effort.time).as("processor time for %s bytes", input.length).isLessThan(LONGEST);
        assertThat(effort.memory).as("memory for %s bytes", input.length).isLessThan(mostMemory);
    }
}
