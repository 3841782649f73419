package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that keeps logins, for its owner only, replaced as a whole. While it is changed it belongs to one process, which
 * has locked an empty file beside it; that one, {@code .NAME.lock}, stays. For one thread.
 *
 * @param path where it is; it need not be there yet, nor its folder
 */
record LoginFile(Path path) {

    private static final String VARIABLE = "TOKENPORT_LOGINS";

    /** A change of what is kept. */
    @FunctionalInterface
    interface Change<T> {

        /** Makes it in the list; what it gives is given on. */
        T make(List<KeptLogin> logins) throws InterruptedException;
    }

    /**
     * Where logins are kept: as given, else as {@code TOKENPORT_LOGINS} says, else {@code tokenport/logins.json} in the
     * folder for settings (XDG Base Directory: {@code XDG_CONFIG_HOME} if it is absolute, else {@code .config} in the home folder).
     *
     * @throws CommandException if that is nowhere
     */
    static LoginFile of(@Nullable String given, Environment environment) {
        if (given != null) {
            return new LoginFile(WorkflowArgument.path("--login-file", given));
        }
        return environment
                .variable(VARIABLE)
                .filter(value -> !value.isEmpty())
                .map(name -> WorkflowArgument.path(VARIABLE, name))
                .or(() -> UsersFolder.settings(environment).map(folder -> folder.resolve("logins.json")))
                .map(LoginFile::new)
                .orElseThrow(() -> CommandException.refused(
                        "there is no home folder to keep logins in; give --login-file, or " + VARIABLE));
    }

    /** Whether there is anything kept. */
    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Changes what is kept, while no other process does.
     *
     * @throws CommandException if the file cannot be read or written; then nothing has changed
     */
    <T> T change(Change<T> change) throws InterruptedException {
        try {
            createFolder();
            try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                List<KeptLogin> before = read();
                List<KeptLogin> after = new ArrayList<>(before);
                try {
                    return change.make(after);
                } finally {
                    // A refresh token that was rotated must not be lost, whatever happens then.
                    if (lock.isValid() && !after.equals(before)) {
                        AtomicFile.write(path, LoginJson.of(after));
                    }
                }
            }
        } catch (IOException e) {
            throw CommandException.refused("the logins at " + path + " cannot be kept: " + reason(e), e);
        }
    }

    private Path lock() {
        return path.resolveSibling("." + path.getFileName() + ".lock");
    }

    private List<KeptLogin> read() throws IOException {
        try {
            return LoginJson.read(Files.readString(path, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IllegalArgumentException e) {
            throw CommandException.refused(
                    "the file " + path + " " + e.getMessage() + "; repair it, or remove it and log in again", e);
        }
    }

    private void createFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) {
            UsersFolder.create(folder);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        return e instanceof NoSuchFileException
                ? "the folder " + e.getMessage() + " cannot be made"
                : String.valueOf(e.getMessage());
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
