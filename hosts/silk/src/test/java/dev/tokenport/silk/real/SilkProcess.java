package dev.tokenport.silk.real;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real Silk in a process, with the packaged plugin in its folder of plugins and its workspace in {@code workspace} of a
 * folder. It logs everything into {@code silk.log} there. For one thread.
 */
final class SilkProcess implements AutoCloseable {

    private static final String END = "END";
    /** What its library for large files needs of Java. */
    private static final List<String> OPENED =
            List.of("--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED");

    private static final String LOGGING = """
            handlers = java.util.logging.ConsoleHandler
            .level = ALL
            java.util.logging.ConsoleHandler.level = ALL
            """;

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Path log;

    private SilkProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.commands = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts one in a folder, without settings of its own. */
    static SilkProcess start(Path folder) throws IOException {
        return start(folder, Map.of());
    }

    /** Starts one in a folder, with settings. */
    static SilkProcess start(Path folder, Map<String, String> settings) throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path plugin = plugins.resolve("tokenport-silk.jar");
        if (!Files.exists(plugin)) {
            Files.copy(SilkLibrary.plugin(), plugin);
        }
        Path workspace = Files.createDirectories(folder.resolve("workspace"));
        Path logging = Files.writeString(folder.resolve("logging.properties"), LOGGING);
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENED);
        command.add("-Duser.home=" + folder);
        command.add("-Delds.home=" + folder);
        command.add("-Djava.util.logging.config.file=" + logging);
        command.add("-Dworkspace.provider.fileWorkspaceProvider.dir=" + workspace);
        command.add("-Dworkspace.repository.projectFile.dir=" + workspace);
        command.add("-Dworkspace.reportManager.plugin=inMemoryExecutionReportManager");
        command.add("-DpluginRegistry.pluginFolder=" + plugins);
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", SilkLibrary.classPath(), "dev.tokenport.silk.real.SilkConsole"));
        Path log = folder.resolve("silk.log");
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new SilkProcess(builder.start(), log);
    }

    /** What Silk answers to a command; see its console. */
    List<String> ask(String... command) throws IOException {
        commands.write(String.join("\t", command));
        commands.newLine();
        commands.flush();
        var lines = new ArrayList<String>();
        for (String line = answers.readLine(); !END.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IOException("Silk has ended: " + log());
            }
            lines.add(line);
        }
        return lines;
    }

    /** Runs a workflow to its end. */
    FinishedRun run(String project, String workflow) throws IOException {
        ask("start", project, workflow);
        return awaited(project, workflow);
    }

    /** Waits for the end of a workflow. */
    FinishedRun awaited(String project, String workflow) throws IOException {
        return FinishedRun.of(ask("wait", project, workflow));
    }

    /** Everything it has logged so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws IOException {
        commands.close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
