package dev.tokenport.cli;

import dev.tokenport.secret.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where reports of runs are kept, for their owner only. */
final class HistoryFolder {

    private static final String OPTION = "--history";
    private static final int SHOWN_OF_HASH = 16;

    private HistoryFolder() {}

    /**
     * The folder, which is there now: as given, else {@code tokenport/history/HASH} in the folder for what happened
     * (XDG Base Directory: {@code XDG_STATE_HOME}, else {@code .local/state} in the home folder), of the folder with the workflows.
     *
     * @throws CommandException if it cannot be written
     */
    static Path of(@Nullable String given, Path workflows, Environment environment) {
        Path folder = given == null ? usual(workflows, environment) : WorkflowArgument.path(OPTION, given);
        String name = OPTION + " '" + folder + "'";
        try {
            UsersFolder.create(folder);
        } catch (IOException e) {
            throw CommandException.refused(name + " cannot be made: " + WorkflowArgument.reason(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw CommandException.refused(name + " cannot be written");
        }
        return folder.toAbsolutePath();
    }

    private static Path usual(Path workflows, Environment environment) {
        return UsersFolder.state(environment)
                .map(folder -> folder.resolve("history").resolve(hash(workflows.toString())))
                .orElseThrow(() ->
                        CommandException.refused("there is no home folder to keep reports of runs in; give " + OPTION));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SHOWN_OF_HASH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
