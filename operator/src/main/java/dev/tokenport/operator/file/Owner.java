package dev.tokenport.operator.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The process that a temporary file belongs to. Immutable.
 *
 * @param machine where it runs: the kernel since it was started, and the namespace of process numbers, as those of a
 *     container mean nothing outside of it; {@value #UNKNOWN} where that cannot be told
 * @param process its number
 * @param start when it started, as numbers are used again: in ticks since the machine did, which the wall clock cannot
 *     change; 0 where that cannot be told
 */
record Owner(String machine, long process, long start) {

    static final String UNKNOWN = "0";

    /** In {@code /proc/N/stat}, behind the name in brackets: the state comes first, the start is the 20th. */
    private static final int STATE = 0;

    private static final int START = 19;
    private static final int MARK_BYTES = 8;

    /** This process. */
    static Owner current() {
        long process = ProcessHandle.current().pid();
        return new Owner(thisMachine(), process, stat(process).map(Stat::start).orElse(0L));
    }

    /** Whether it is known to run no more; of a process elsewhere nothing is known. */
    boolean isGone() {
        if (!isHere()) {
            return false;
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(process);
        if (handle.isEmpty() || !handle.get().isAlive()) {
            return true;
        }
        return stat(process)
                .filter(stat -> stat.dead() || (start != 0 && stat.start() != start))
                .isPresent();
    }

    /** Whether it runs, or ran, where its number means something to this process. */
    boolean isHere() {
        return !machine.equals(UNKNOWN) && machine.equals(thisMachine());
    }

    private record Stat(boolean dead, long start) {}

    private static Optional<Stat> stat(long process) {
        try {
            String line = Files.readString(Path.of("/proc/" + process + "/stat"), StandardCharsets.ISO_8859_1);
            String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
            boolean dead = fields[STATE].equals("Z") || fields[STATE].equals("X");
            return Optional.of(new Stat(dead, Long.parseLong(fields[START])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException unknown) {
            return Optional.empty();
        }
    }

    private static String thisMachine() {
        try {
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
            String space = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((boot + space).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (IOException | UnsupportedOperationException none) {
            return UNKNOWN;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
