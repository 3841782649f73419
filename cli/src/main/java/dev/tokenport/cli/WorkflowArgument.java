package dev.tokenport.cli;

import dev.tokenport.operator.OperatorRegistry;
import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.WorkflowException;
import dev.tokenport.workflow.WorkflowFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A workflow file that is named on the command line. */
final class WorkflowArgument {

    private WorkflowArgument() {}

    /**
     * Reads and validates a workflow.
     *
     * @throws CommandException if it cannot be read, or with a line for each mistake in it
     */
    static Plan plan(String file, List<WorkflowFile.Setting> settings, OperatorRegistry operators) {
        try {
            return Plan.read(path("FILE", file), settings, operators);
        } catch (WorkflowException e) {
            throw refused(e);
        } catch (IOException e) {
            throw CommandException.refused(file + ": " + reason(e), e);
        }
    }

    /** The refusal of a file with mistakes, a line for each. */
    static CommandException refused(WorkflowException e) {
        return CommandException.refused(
                String.join("\n", e.problems().stream().map(Object::toString).toList()), e);
    }

    /** The path that an option or argument names. */
    static Path path(String option, String text) {
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw CommandException.refused(option + " '" + text + "' is not a path: " + e.getReason(), e);
        }
        throw CommandException.refused(option + " is empty; name a file");
    }

    /** Why a file cannot be read or written, without its name. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (e instanceof java.nio.file.NotDirectoryException) {
            return "it is not a folder";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (e instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return String.valueOf(e.getMessage());
    }

    /** Fails if the path names a folder or nothing, which some systems report in strange words. */
    static void requireFile(String file) {
        Path path = path("FILE", file);
        if (Files.isDirectory(path)) {
            throw CommandException.refused(file + ": this is a folder; name a workflow file");
        }
    }

    /**
     * Fails if what is to be written is the workflow itself.
     *
     * @param option the option with its value, for the message
     * @throws IOException if the two cannot be compared
     */
    static void requireOther(String option, Path target, Path workflow) throws IOException {
        if (Files.exists(target) && Files.isSameFile(target, workflow)) {
            throw CommandException.refused(option + " is the workflow file; name another");
        }
    }
}
