package dev.tokenport.cli;

/** Starts the {@code tokenport} command in this process. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        ThisProcess process = ThisProcess.start();
        Session session = Session.in(process.world());
        process.redact(session);
        process.end(run(session, arguments));
    }

    /** Runs the command. */
    static ExitCode run(Session session, String... arguments) {
        Preparation.begin(session.world(), arguments);
        return Tokenport.run(session, arguments);
    }
}
