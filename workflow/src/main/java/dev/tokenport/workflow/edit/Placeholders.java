package dev.tokenport.workflow.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands for the secrets of a text while it is shown: {@code «secret 1»}. The same piece of a text has the same
 * placeholder for as long as these exist, and no placeholder ever stands for another piece. Thread-safe; prints no secret.
 */
public final class Placeholders {

    /** A placeholder; one that stands in a file itself is hidden by another. */
    static final Pattern PATTERN = Pattern.compile("«secret ([0-9]{1,9})»");

    private final Map<String, String> byPiece = new HashMap<>();
    private final List<String> pieces = new ArrayList<>();

    /** The placeholder of a piece of one line. */
    synchronized String of(String piece) {
        return byPiece.computeIfAbsent(piece, secret -> {
            pieces.add(secret);
            return "«secret " + pieces.size() + "»";
        });
    }

    /**
     * The text with each placeholder replaced by what it stands for.
     *
     * @throws EditException naming a placeholder that stands for nothing
     */
    public synchronized String restored(String text) throws EditException {
        Matcher matcher = PATTERN.matcher(text);
        var restored = new StringBuilder();
        int at = 0;
        while (matcher.find()) {
            int number = Integer.parseInt(matcher.group(1));
            if (number < 1 || number > pieces.size()) {
                throw new EditException(matcher.group()
                        + " stands for nothing that was in the file; write a reference, or load the file anew");
            }
            restored.append(text, at, matcher.start()).append(pieces.get(number - 1));
            at = matcher.end();
        }
        return restored.append(text, at, text.length()).toString();
    }
}
