package dev.tokenport.cli;

/** How a command ended, for the process that called it. */
enum ExitCode {
    /** It did what it was asked to. */
    DONE(0),
    /** It tried and failed. */
    FAILED(1),
    /** It refused before anything was sent. */
    REFUSED(2),
    /** Somebody pressed Ctrl-C. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
