package dev.tokenport.cmem.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The name of an entry in a zip: a relative path that stays inside the folder it is unpacked to. */
final class EntryName {

    private static final int LONGEST = 1000;

    private EntryName() {}

    /** The name with {@code /} between its parts, as some packers for Windows do not write it. */
    static String normalized(String name) {
        return name.replace('\\', '/');
    }

    /** What is wrong with a normalized name; empty if it is fine. */
    static Optional<String> fault(String name) {
        String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        List<String> parts = Arrays.asList(path.split("/", -1));
        if (name.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        if (name.startsWith("/") || name.toLowerCase(Locale.ROOT).matches("(?s)[a-z]:.*")) {
            return Optional.of("is an absolute path");
        }
        if (parts.contains("..")) {
            return Optional.of("leads out of the folder");
        }
        if (parts.contains("") || parts.contains(".")) {
            return Optional.of("has an empty part");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("has a control character");
        }
        return isPath(path) ? Optional.empty() : Optional.of("is not a path on this machine");
    }

    private static boolean isPath(String path) {
        try {
            return !Path.of(path).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
