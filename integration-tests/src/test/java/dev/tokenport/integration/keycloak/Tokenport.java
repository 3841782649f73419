package dev.tokenport.integration.keycloak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged {@code tokenport} command as a process. */
public final class Tokenport {

    /**
     * How a process ended.
     *
     * @param code its exit code
     * @param out its standard output
     * @param err its standard error
     */
    public record Ended(int code, String out, String err) {}

    private Tokenport() {}

    /** The distribution that the build has packaged. */
    public static Path distribution() {
        return Path.of(System.getProperty("tokenport.root", ".."), "cli/target/tokenport")
                .toAbsolutePath();
    }

    /** Runs it in a folder. Secrets are given in files: variables would have to pass through the locale of the tests. */
    public static Ended run(Path folder, String... arguments) throws IOException, InterruptedException {
        return run(folder, Map.of(), arguments);
    }

    /** The same with variables; their values are ASCII. */
    public static Ended run(Path folder, Map<String, String> variables, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(distribution().resolve("tokenport").toString());
        command.addAll(List.of(arguments));
        return execute(folder, variables, command);
    }

    /** Runs a program that finds the command on its path. */
    public static Ended execute(Path folder, Map<String, String> variables, List<String> command)
            throws IOException, InterruptedException {
        Path out = folder.resolve("standard-output.txt");
        Path err = folder.resolve("standard-error.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("OAUTH_") || name.startsWith("TOKENPORT_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("PATH", distribution() + File.pathSeparator + environment.getOrDefault("PATH", ""));
        environment.putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("tokenport does not end; standard error: " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
