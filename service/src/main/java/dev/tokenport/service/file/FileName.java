package dev.tokenport.service.file;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names of files, as parameters have them. */
public final class FileName {

    private FileName() {}

    /**
     * Checks that a name can be one of a file.
     *
     * @throws IllegalArgumentException if it is none; the message begins with the parameter
     */
    public static void check(String parameter, String name) {
        try {
            if (Path.of(name).getFileName() == null) {
                throw new IllegalArgumentException(parameter + " '" + name + "' names no file");
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(parameter + " '" + name + "' is not a path: " + e.getReason(), e);
        }
    }
}
