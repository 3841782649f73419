package dev.tokenport.benchmarks.engine;

import dev.tokenport.benchmarks.Java;
import dev.tokenport.benchmarks.ProcessRun;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Temporal server, its workers of both kinds, and who asks how long runs took. For one thread. */
final class TemporalBench implements AutoCloseable {

    /** There is no Temporal server here. */
    static final class MissingException extends Exception {

        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    private static final Path COMMAND = Path.of("cli", "target", "tokenport").toAbsolutePath();
    private static final Path BARE = Path.of("benchmarks", "src", "main", "peers", "temporal", "BareTemporal.java")
            .toAbsolutePath();
    private static final Path BUILD_SERVER =
            Path.of("engines", "temporal", "build-server").toAbsolutePath();

    private final Path folder;
    private final String address;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private final Process client;
    private final BufferedReader told;
    private int runs;

    private TemporalBench(Path folder, String program) throws IOException, InterruptedException {
        this.folder = folder;
        int port = freePort();
        address = "127.0.0.1:" + port;
        start(
                "server",
                List.of(program, "server", "start-dev", "--headless", "--ip", "127.0.0.1", "--port", port + ""));
        awaitPort(port);
        client = start("client", java("client"), ProcessBuilder.Redirect.PIPE);
        told = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        tokenport("keygen", "key");
    }

    /**
     * Starts a server.
     *
     * @throws MissingException if there is no program of one, and none can be built
     */
    static TemporalBench start(Path folder) throws IOException, InterruptedException, MissingException {
        Process build = new ProcessBuilder(BUILD_SERVER.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String program = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (build.waitFor() != 0) {
            throw new MissingException("its server cannot be built, for which Go is needed and its module proxy");
        }
        return new TemporalBench(folder, program);
    }

    /** Starts a worker of each kind. */
    void worker() throws IOException {
        workers.add(start("bare-worker", java("worker")));
        workers.add(start(
                "worker",
                List.of(
                        COMMAND.resolve("tokenport").toString(),
                        "worker",
                        "--engine",
                        "temporal",
                        "--parallel",
                        "200")));
    }

    /** Ends workers until there are so many of each kind. */
    void endAllBut(int most) {
        List<Process> surplus = workers.subList(2 * most, workers.size());
        surplus.forEach(Process::destroy);
        surplus.forEach(process -> process.onExit().join());
        surplus.clear();
    }

    /** Writes a workflow of so many tasks; the second part of the pattern is for what follows another. */
    Path workflow(String name, int tasks, String pattern) throws IOException {
        var text = new StringBuilder("workflow: " + name + "\ntasks:\n");
        for (int task = 0; task < tasks; task++) {
            String after = task == 0 ? "" : ", after: t" + (task - 1);
            text.append("  ").append(String.format(pattern, task, after));
        }
        return Files.writeString(folder.resolve(name + ".yaml"), text);
    }

    /** Runs a workflow; how long it took, in milliseconds. */
    long ours(Path file, int parallel) throws IOException, InterruptedException {
        String id = "run-" + ++runs;
        tokenport("run", file.toString(), "--engine", "temporal", "--id", id, "--detach", "--parallel", parallel + "");
        return asked(id);
    }

    /** Runs as many activities; how long it took, in milliseconds. */
    long bare(int steps, int parallel) throws IOException {
        return asked(steps + " " + parallel);
    }

    private long asked(String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        String millis = told.readLine();
        if (millis == null) {
            throw new IOException("the client of Temporal has ended; it could not run " + line);
        }
        return Long.parseLong(millis);
    }

    private void tokenport(String... arguments) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(COMMAND.resolve("tokenport").toString()));
        words.addAll(List.of(arguments));
        var unused = new ProcessRun.Program(folder, words, variables()).run();
    }

    private Map<String, String> variables() {
        return Map.of(
                "TEMPORAL_ADDRESS",
                address,
                "TOKENPORT_KEY_FILE",
                folder.resolve("key").toString());
    }

    private List<String> java(String role) {
        return List.of(
                Java.command().toString(),
                "-XX:+UseSerialGC",
                "-Dio.grpc.netty.shaded.io.netty.transport.noNative=true",
                "-cp",
                COMMAND.resolve("engines/temporal") + "/*" + File.pathSeparator + COMMAND.resolve("lib") + "/*",
                BARE.toString(),
                role,
                address);
    }

    private Process start(String name, List<String> words) throws IOException {
        return start(
                name,
                words,
                ProcessBuilder.Redirect.appendTo(folder.resolve(name + ".log").toFile()));
    }

    private Process start(String name, List<String> words, ProcessBuilder.Redirect out) throws IOException {
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(name + ".err").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables());
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void awaitPort(int port) throws InterruptedException {
        while (true) {
            try (var reached = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (reached.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
