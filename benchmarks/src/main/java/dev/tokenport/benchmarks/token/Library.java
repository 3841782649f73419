package dev.tokenport.benchmarks.token;

import java.security.CodeSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a library with the version of its archive, as the page shows it. */
final class Library {

    private static final Pattern VERSION = Pattern.compile("-(\\d[^/]*)\\.jar$");

    private Library() {}

    static String named(String name, Class<?> ofIt) {
        CodeSource source = ofIt.getProtectionDomain().getCodeSource();
        Matcher version =
                VERSION.matcher(source == null ? "" : source.getLocation().getPath());
        return version.find() ? name + " " + version.group(1) : name;
    }
}
