package dev.tokenport.cli;

/**
 * How a command ended, for the process that called it. Immutable.
 *
 * @param number what the process ends with
 */
record ExitCode(int number) {

    /** It did what it was asked to. */
    static final ExitCode DONE = new ExitCode(0);

    /** It tried and failed. */
    static final ExitCode FAILED = new ExitCode(1);

    /** It refused before anything was sent. */
    static final ExitCode REFUSED = new ExitCode(2);

    /** There is a program to run, and it cannot be executed; as with {@code env}. */
    static final ExitCode NOT_EXECUTABLE = new ExitCode(126);

    /** There is no program of that name; as with {@code env}. */
    static final ExitCode NOT_FOUND = new ExitCode(127);

    /** Somebody pressed Ctrl-C. */
    static final ExitCode INTERRUPTED = new ExitCode(130);

    boolean isDone() {
        return number == DONE.number;
    }
}
