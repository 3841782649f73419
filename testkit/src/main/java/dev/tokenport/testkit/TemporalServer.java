package dev.tokenport.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real Temporal server, with its database in a file, that can be killed and started anew. Its program is Temporal's own
 * command line, which {@code .ci/run} and {@code make temporal} build; {@code TOKENPORT_TEMPORAL} names another. For one
 * thread.
 */
public final class TemporalServer implements AutoCloseable {

    /** What tests say that cannot run. */
    public static final String MISSING =
            "skipped: there is no Temporal server; 'make temporal' builds one where Go is installed";

    private final Path program;
    private final Path folder;
    private final int port;
    private Process process;

    private TemporalServer(Path program, Path folder, int port) throws IOException {
        this.program = program;
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    /** The program, where there is one. */
    public static Optional<Path> program() {
        String named = System.getenv().getOrDefault("TOKENPORT_TEMPORAL", "");
        Path file = named.isEmpty() ? cache().resolve("tokenport/temporal-" + version() + "/temporal") : Path.of(named);
        return Optional.of(file).filter(Files::isExecutable);
    }

    private static Path cache() {
        String named = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        return named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(named);
    }

    private static String version() {
        return System.getProperty("temporal.cli.version", "");
    }

    /** Starts one whose files are in a folder. */
    public static TemporalServer start(Path folder) throws IOException, InterruptedException {
        var server = new TemporalServer(program().orElseThrow(), Files.createDirectories(folder), freePort());
        server.awaitPort();
        return server;
    }

    /** A port of loopback that nobody uses at the moment. */
    public static int freePort() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(List.of(
                        program.toString(),
                        "server",
                        "start-dev",
                        "--headless",
                        "--ip",
                        "127.0.0.1",
                        "--port",
                        String.valueOf(port),
                        "--db-filename",
                        folder.resolve("temporal.db").toString(),
                        "--log-level",
                        "error"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    /** {@code HOST:PORT}. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Its database and what it has printed. */
    public Path folder() {
        return folder;
    }

    /** Ends it without a warning. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Starts it again, with the database it had. */
    public void again() throws IOException, InterruptedException {
        process = launch();
        awaitPort();
    }

    private void awaitPort() throws InterruptedException {
        while (!isReached(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the server has ended; see " + folder.resolve("server.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** Whether somebody listens on a port of loopback. */
    public static boolean isReached(int port) {
        try (var reached = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return reached.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
