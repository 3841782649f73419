package dev.tokenport.cli;

import dev.tokenport.secret.ReferencingText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The options for a CMEM project in the place of a workflow file. For one thread. */
final class ProjectOptions implements Arguments.Group {

    private static final Pattern VARIABLE = Pattern.compile("(?s)(?:(\\w+)\\.)?([A-Za-z_]\\w*)=(.*)");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,14})([KMG]?)");

    private final Arguments arguments = new Arguments();

    private final Given<@Nullable String> workflow =
            arguments.text("--workflow", "ID", "Of a CMEM project: which workflow; not needed if there is only one.");

    private final Given<List<String>> variables = arguments.texts(
            "--variable",
            "NAME=VALUE",
            "Of a CMEM project: the value of a project variable, or of another one as in global.NAME. A"
                    + " sensitive variable takes only a reference, such as $${env:NAME}. May be repeated.");

    private final Given<String> maxUnpacked = arguments.text(
            "--max-unpacked",
            "SIZE",
            "Of a CMEM project: how many bytes a zip may unpack to, such as 500M (default: 1G).",
            "1G");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** The workflow that was asked for. */
    Optional<String> workflow() {
        return Optional.ofNullable(workflow.value());
    }

    /** The values of variables, by {@code scope.name}. */
    Map<String, ReferencingText> variables() {
        Map<String, ReferencingText> given = new LinkedHashMap<>();
        for (String text : variables.value()) {
            Matcher variable = VARIABLE.matcher(text);
            // The value is never repeated: it may be a secret that stands in the wrong place.
            if (!variable.matches()) {
                throw CommandException.refused("a --variable is not of the form NAME=VALUE or SCOPE.NAME=VALUE");
            }
            String scope = Optional.ofNullable(variable.group(1)).orElse("project");
            String name = scope + "." + variable.group(2);
            try {
                given.put(name, ReferencingText.parse(variable.group(3)));
            } catch (IllegalArgumentException e) {
                throw CommandException.refused("--variable '" + name + "': " + e.getMessage(), e);
            }
        }
        return given;
    }

    /** How many bytes a zip may unpack to. */
    long maxUnpacked() {
        Matcher size = SIZE.matcher(maxUnpacked.value().strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw CommandException.refused(
                    "--max-unpacked '" + maxUnpacked.value() + "' is not a number of bytes such as 500M or 2G");
        }
        int shift = switch (size.group(2)) {
            case "K" -> 10;
            case "M" -> 20;
            case "G" -> 30;
            default -> 0;
        };
        return Math.min(Long.parseLong(size.group(1)), Long.MAX_VALUE >> shift) << shift;
    }

    /** Fails if an option was given, since the file is no project. */
    void refuse(Path file) {
        List<String> given = new ArrayList<>();
        if (workflow.value() != null) {
            given.add("--workflow");
        }
        if (!variables.value().isEmpty()) {
            given.add("--variable");
        }
        if (!maxUnpacked.value().equals("1G")) {
            given.add("--max-unpacked");
        }
        if (!given.isEmpty()) {
            throw CommandException.refused(
                    given.get(0) + " is for a CMEM project, and " + file + " is a workflow file");
        }
    }
}
