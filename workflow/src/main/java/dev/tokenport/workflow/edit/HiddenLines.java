package dev.tokenport.workflow.edit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the secrets of a text that is no YAML: what stands behind a suspicious name, and below it. For one thread. */
final class HiddenLines {

    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*");
    private static final Pattern KEY = Pattern.compile("[\"']?([A-Za-z0-9_-]+)[\"']?\\h*:");

    private final HiddenPlaces places;
    private final ConfidentialNames names;

    HiddenLines(HiddenPlaces places, ConfidentialNames names) {
        this.places = places;
        this.names = names;
    }

    void find(String text) {
        int hidden = Integer.MAX_VALUE;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (line.group().isBlank()) {
                continue;
            }
            int indent = line.group().length() - line.group().stripLeading().length();
            if (indent > hidden) {
                places.hide(line.start() + indent, line.end());
                continue;
            }
            hidden = hide(line.group(), line.start()) ? indent : Integer.MAX_VALUE;
        }
    }

    /** Hides the rest of a line behind the first suspicious name. */
    private boolean hide(String line, int offset) {
        Matcher key = KEY.matcher(line);
        while (key.find()) {
            if (names.suspects(key.group(1))) {
                places.hide(offset + key.end(), offset + line.length());
                return true;
            }
        }
        return false;
    }
}
