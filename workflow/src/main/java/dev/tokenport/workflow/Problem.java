package dev.tokenport.workflow;

/**
 * A mistake in a workflow file. Prints as {@code FILE:LINE:COLUMN: message}, or as {@code --set TASK.PARAMETER: message}
 * if it stands on the command line. Immutable.
 *
 * @param file the file as the user named it, or the option
 * @param position where the mistake is
 * @param message what is wrong and what to do, one line
 */
public record Problem(String file, Position position, String message) {

    @Override
    public String toString() {
        return position.isCommandLine() ? file + ": " + message : file + ":" + position + ": " + message;
    }
}
