package dev.tokenport.cmem.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms of single values. What they throw says what is wrong with the value, without naming the parameter. */
final class Texts {

    private Texts() {}

    /** A whole number, not negative. */
    static int count(String text) {
        try {
            int count = Integer.parseInt(text.strip());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, as a negative number is.
        }
        throw new IllegalArgumentException("'" + text + "' is no whole number from 0 on");
    }

    /** {@code true} or {@code false}. */
    static boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither 'true' nor 'false'");
        };
    }

    /** The name of a resource: a path within the folder of the resources. */
    static String file(String text) {
        String name = text.replace('\\', '/');
        List<String> parts = Arrays.asList(name.split("/", -1));
        if (name.startsWith("/") || name.matches("(?s)[A-Za-z]:.*") || parts.contains("..")) {
            throw new IllegalArgumentException("'" + text + "' leads out of the folder of the resources");
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            throw new IllegalArgumentException("'" + text + "' is a zip; files in a zip are not read here");
        }
        return name;
    }

    /** A character set; CMEM's one with a byte order mark is read as the one without. */
    static String charset(String text) {
        return text.equalsIgnoreCase("UTF-8-BOM") ? "UTF-8" : text;
    }

    /** A character between two fields. */
    static String separator(String text) {
        return text.isEmpty() ? "," : text;
    }

    /** A JSON pointer from a path of Silk with forward steps only, such as {@code /Persons/Person}. */
    static String pointer(String text) {
        String path = text.strip();
        if (path.isEmpty() || path.equals("/")) {
            return "";
        }
        String steps = path.startsWith("/") ? path : "/" + path;
        if (!steps.matches("(/[A-Za-z0-9_-]++)++")) {
            throw new IllegalArgumentException("'" + text + "' is not a path of plain names, such as /persons/person");
        }
        return steps;
    }
}
