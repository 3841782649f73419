package dev.tokenport.workflow;

import dev.tokenport.secret.OneLine;
import java.util.Locale;

/**
 * A mistake in a workflow file. Prints as {@code FILE:LINE:COLUMN: message}, or as {@code --set TASK.PARAMETER: message}
 * if it stands on the command line. Immutable.
 *
 * @param file the file as the user named it, or the option
 * @param position where the mistake is
 * @param message what is wrong and what to do, one line
 */
public record Problem(String file, Position position, String message) {

    private static final int LONGEST = 2000;

    /** Keeps the message on one line: control characters are shown, what is too long is cut. */
    public Problem {
        message = oneLine(message);
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (OneLine.isUnfit(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line.toString();
    }

    @Override
    public String toString() {
        return position.isCommandLine() ? file + ": " + message : file + ":" + position + ": " + message;
    }
}
