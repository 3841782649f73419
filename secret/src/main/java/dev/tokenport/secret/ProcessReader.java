package dev.tokenport.secret;

import java.nio.file.Path;

/** Where {@code process:COMMAND} leads. Thread-safe. */
@FunctionalInterface
public interface ProcessReader {

    /**
     * The first line that a command prints on its standard output.
     *
     * @param process the reference with the command
     * @param folder the folder to run it in
     * @throws SecretUnavailableException if there is none; if the thread is interrupted, its flag is set
     */
    String firstLine(Reference process, Path folder);

    /** Runs nothing. */
    static ProcessReader refusing() {
        return (process, folder) -> {
            throw new SecretUnavailableException(process + " would run a command; allow it with --allow-processes");
        };
    }
}
