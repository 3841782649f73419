package dev.tokenport.integration.keycloak;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A process that kills another one, and those that it started, when the process that asked for this is no more, however it
 * ended: then its standard input ends. It ends itself with the process that it watches.
 */
final class Watchdog implements AutoCloseable {

    /** A process that nobody refers to any more may lose its standard input. */
    private static final Set<Watchdog> ALL = ConcurrentHashMap.newKeySet();

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
        ALL.add(this);
    }

    /** Watches over a process on behalf of this one. */
    static Watchdog over(Process watched) throws IOException {
        return new Watchdog(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx16m",
                        "-cp",
                        classes().toString(),
                        Watchdog.class.getName(),
                        String.valueOf(watched.pid()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static Path classes() {
        try {
            return Path.of(
                    Objects.requireNonNull(Watchdog.class.getProtectionDomain().getCodeSource())
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The watching process; the first argument is the number of the one to watch. */
    public static void main(String[] arguments) throws IOException {
        ProcessHandle watched = ProcessHandle.of(Long.parseLong(arguments[0])).orElse(null);
        if (watched == null) {
            return;
        }
        var ending = watched.onExit().thenRun(() -> Runtime.getRuntime().halt(0));
        System.in.transferTo(OutputStream.nullOutputStream());
        kill(watched);
        ending.join();
    }

    /** Kills a process and all that it started. */
    static void kill(ProcessHandle root) {
        List<ProcessHandle> family =
                Stream.concat(root.descendants(), Stream.of(root)).toList();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends what is watched, as the end of this process would. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
