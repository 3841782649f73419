package dev.tokenport.cli;

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
     * @param arguments {@code all}, or something else for the commands that get a token; and, for TLS, the URL of the token
     *     endpoint and a file with the certificate of the server
     */
    public static void main(String[] arguments) {
        ThisProcess process = ThisProcess.start();
        process.redact(Session.in(process.world()));
        var rehearsal = new Rehearsal(process.world());
        boolean done = rehearsal.does("token")
                && (!arguments[0].equals("all") || rehearsal.doesAll())
                && (arguments.length == 1 || rehearsal.doesSecurely(arguments[1], arguments[2]));
        process.end(done ? ExitCode.DONE : ExitCode.FAILED);
    }

    private boolean doesAll() {
        return does("--version") && does("token", "--help") && does("demo");
    }

    private boolean doesSecurely(String url, String certificate) {
        return does("token", "--token-url", url, "--ca-file", certificate)
                // Without that file the authorities that Java knows are read, and this server is none of theirs.
                && !does("token", "--token-url", url, "--attempts", "1");
    }

    private boolean does(String... arguments) {
        Preparation.begin(world, arguments);
        return Tokenport.run(world, arguments).isDone();
    }
}
