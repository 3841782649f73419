package dev.tokenport.cli;

/** Starts the {@code tokenport} command in this process. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        ThisProcess process = ThisProcess.start();
        ExitCode code = Tokenport.run(process.world(), arguments);
        process.end(code);
    }
}
