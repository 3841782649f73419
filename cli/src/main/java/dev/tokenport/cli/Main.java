package dev.tokenport.cli;

/** Starts the {@code tokenport} command in this process. */
public final class Main {

    // Java does not send Basic credentials to a proxy for a tunnel unless this property, which it reads once, says so.
    // Here whoever names a proxy with user and password wants them to be sent.
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        prepareJava();
        ThisProcess process = ThisProcess.start();
        Session session = Session.in(process.world());
        process.redact(session);
        Preparation.begin(session.world(), arguments);
        ExitCode code = Tokenport.run(session, arguments);
        process.end(code);
    }

    /** Sets what Java reads once. */
    static void prepareJava() {
        if (System.getProperty(DISABLED_SCHEMES) == null) {
            System.setProperty(DISABLED_SCHEMES, "");
        }
    }
}
