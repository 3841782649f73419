package dev.tokenport.service.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why something cannot be done with a file, for people. */
public final class Reason {

    private Reason() {}

    /** What an exception says, without the name of the file. */
    public static String of(IOException exception) {
        if (exception instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (exception instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (exception instanceof FileSystemException fault && fault.getReason() != null) {
            return fault.getReason();
        }
        return String.valueOf(exception.getMessage());
    }
}
