package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the packaged command as a process, with an environment of its own. For one thread. */
public final class Launcher {

    /** The distribution that the build has packaged. */
    static final Path DISTRIBUTION =
            Path.of("..", "cli", "target", "tokenport").toAbsolutePath().normalize();

    private static final int PATIENCE_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private String command = DISTRIBUTION.resolve("tokenport").toString();
    private String input = "";

    /**
     * How a process ended.
     *
     * @param code its exit code
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    public record Finished(int code, String out, String err) {}

    private Launcher(Path folder) {
        this.folder = folder;
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** A launcher whose process works, and keeps what it writes, in a folder. */
    public static Launcher in(Path folder) {
        return new Launcher(folder);
    }

    /** With a variable. */
    public Launcher with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Launcher without(String variable) {
        environment.remove(variable);
        return this;
    }

    /** With variables. */
    public Launcher with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    Launcher command(Path script) {
        command = script.toString();
        return this;
    }

    Launcher typing(String text) {
        input = text;
        return this;
    }

    /** Runs to the end. */
    public Finished run(String... arguments) throws IOException, InterruptedException {
        return finish(start(arguments));
    }

    /** Starts a process whose output goes to the files {@code out} and {@code err} in its folder. */
    public Process start(String... arguments) throws IOException {
        var words = new ArrayList<String>();
        words.add(command);
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended without reading its input; what it wrote says why.
            assertThat(process.toHandle().supportsNormalTermination()).isTrue();
        } finally {
            input = "";
        }
        return process;
    }

    /** Waits for its end. */
    public Finished finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("the process ends")
                .isTrue();
        return new Finished(
                process.exitValue(), Files.readString(folder.resolve("out")), Files.readString(folder.resolve("err")));
    }

    /** Presses Ctrl-C. */
    static void interrupt(Process process) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }
}
