package dev.tokenport.integration.engine;

import dev.tokenport.integration.keycloak.Tokenport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged command with an engine: its workers, each in a process of its own, and what is asked of it. For one thread. */
final class Workers implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> variables;
    private final Map<String, Process> processes = new HashMap<>();

    private Workers(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = variables;
    }

    /** Prepares a folder with a key and a store for a server. */
    static Workers in(Path folder, String address) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("store/files"));
        Tokenport.Ended ended = Tokenport.run(folder, "keygen", "key");
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.err());
        }
        return new Workers(
                folder,
                Map.of(
                        "TEMPORAL_ADDRESS",
                        address,
                        "TOKENPORT_KEY_FILE",
                        folder.resolve("key").toString()));
    }

    /** Starts a worker, which finds its name in a variable beside those that are given. */
    void start(String name, Map<String, String> more, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("worker", "--engine", "temporal", "--store", "file:store"));
        words.addAll(List.of(options));
        Map<String, String> all = new HashMap<>(variables);
        all.put("WORKER", name);
        all.putAll(more);
        startIn(folder, name, all, words);
    }

    /** Starts a worker in a folder of its own, with these words and variables only. */
    void startIn(Path place, String name, Map<String, String> with, List<String> words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Tokenport.distribution().resolve("tokenport").toString());
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.resolve("worker-" + name + ".log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(with);
        processes.put(name, builder.start());
    }

    /** The process of a worker. */
    Process process(String name) {
        Process process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("there is no worker " + name);
        }
        return process;
    }

    /** Ends a worker without a warning. */
    void kill(String name) throws InterruptedException {
        process(name).destroyForcibly().waitFor();
    }

    /** Runs the command with the engine. */
    Tokenport.Ended tokenport(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--engine", "temporal"));
        return Tokenport.run(folder, variables, all.toArray(String[]::new));
    }

    /** Starts a run of a workflow, and does not wait for it. */
    void detach(String workflow, String id, String... options) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("run", workflow, "--store", "file:store", "--id", id, "--detach"));
        all.addAll(List.of(options));
        Tokenport.Ended ended = tokenport(all.toArray(String[]::new));
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.err());
        }
    }

    /** What a run says at its end, as JSON. */
    String report(String id) throws IOException, InterruptedException {
        Tokenport.Ended ended = tokenport("report", id, "--wait");
        if (ended.code() != 0) {
            throw new IllegalStateException(ended.err());
        }
        return ended.out();
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
    }
}
