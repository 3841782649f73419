package dev.tokenport.cli;

import dev.tokenport.jose.DpopKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file with a new key that tokens can be bound to: a JWK, for its owner only. */
final class DpopKeyFile {

    private DpopKeyFile() {}

    /**
     * Makes the file.
     *
     * @return the thumbprint of the key
     * @throws CommandException if there is a file of that name, or there cannot be one
     */
    static String create(Path file) {
        DpopKey key = DpopKey.generate();
        try {
            Files.createFile(file, ownersOnly(file));
            Files.write(file, (key.secret().reveal() + "\n").getBytes(StandardCharsets.UTF_8));
            return key.thumbprint();
        } catch (FileAlreadyExistsException e) {
            throw CommandException.refused("the file '" + file + "' is there already and is not overwritten", e);
        } catch (IOException e) {
            throw CommandException.refused(
                    "the key file '" + file + "' cannot be written: "
                            + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
