package dev.tokenport.cli;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The process in which {@link Training} has the command do what it does most, and which Java watches. What is not the
 * command's own work is left to the process of the training, since Java would keep it as well.
 */
public final class Rehearsal {

    private final World world;

    private Rehearsal(World world) {
        this.world = world;
    }

    /**
     * Rehearses, and ends the process with 0 if all went well. The variables name a server.
     *
     * @param arguments {@code all}, {@code run}, or something else for the commands that get a token; a folder for temporary
     *     files; and, for TLS, the URL of the token endpoint and a file with the certificate of the server
     */
    public static void main(String[] arguments) throws IOException {
        ThisProcess process = ThisProcess.start();
        process.redact(Session.in(process.world()));
        var rehearsal = new Rehearsal(process.world());
        boolean done = rehearsal.does("token")
                && rehearsal.doesMore(arguments[0], Path.of(arguments[1]))
                && (arguments.length == 2 || rehearsal.doesSecurely(arguments[2], arguments[3]));
        process.end(done ? ExitCode.DONE : ExitCode.FAILED);
    }

    private boolean doesMore(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "run" -> runs(folder);
            case "all" -> does("--version") && does("token", "--help") && does("demo");
            default -> true;
        };
    }

    private boolean runs(Path folder) throws IOException {
        for (Path workflow : TrainingWorkflows.in(folder)) {
            if (!does("run", workflow.toString())) {
                return false;
            }
        }
        return true;
    }

    private boolean doesSecurely(String url, String certificate) {
        return does("token", "--token-url", url, "--ca-file", certificate)
                // Without that file the authorities that Java knows are read, and this server is none of theirs.
                && !does("token", "--token-url", url, "--attempts", "1");
    }

    private boolean does(String... arguments) {
        return Main.run(Session.in(world), arguments).isDone();
    }
}
