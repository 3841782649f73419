package dev.tokenport.operators.http.file;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.OneLine;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.template.Template;
import dev.tokenport.service.template.ValueWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file with Jinja in it. What a value of an entity leads to lies in the folder that the template itself names
 * before its first value. Immutable, thread-safe.
 */
final class FileTemplate {

    private final String parameter;
    private final String fixed;
    private final Template template;
    private final Values values;
    private final RunContext context;

    /** What a value may be. */
    enum Values {
        /** A name or a part of one. */
        NAMES,
        /** A path downwards. */
        PATHS
    }

    FileTemplate(String parameter, String text, Values values, RunContext context) throws OperatorException {
        this.parameter = parameter;
        this.template = Template.of(parameter, text);
        this.values = values;
        this.context = context;
        this.fixed = Template.isTemplate(text) ? fixed(text) : text;
    }

    /**
     * The name for an entity.
     *
     * @throws EntityException if its values make none
     */
    String name(@Nullable Entity entity) throws EntityException {
        String name = template.text(entity, context.redactor(), this::append);
        String rest = name.startsWith(fixed) ? name.substring(fixed.length()) : name;
        if (rest.startsWith("/") || Stream.of(rest.split("[/\\\\]", -1)).anyMatch(FileTemplate::climbs)) {
            throw fault(name, "leads out of its folder");
        }
        return name;
    }

    /**
     * Where a name leads.
     *
     * @throws EntityException if it is the name of no file
     */
    Path path(String name) throws EntityException {
        try {
            Path file = Path.of(name);
            if (file.getFileName() == null || name.endsWith("/")) {
                throw fault(name, "names no file");
            }
            boolean fixedRoot = file.getRoot() == null || !fixed.isEmpty();
            if (!fixedRoot) {
                throw fault(name, "leads out of its folder");
            }
            return context.projectFolder().resolve(file).normalize();
        } catch (InvalidPathException e) {
            throw new EntityException(shown(name) + " is not a path: " + e.getReason(), e);
        }
    }

    /** A failure with the file of this name. */
    EntityException fault(String name, String predicate) {
        return new EntityException(context.redactor().redact(shown(name) + " " + predicate));
    }

    private String shown(String name) {
        return parameter + " '" + OneLine.of(name) + "'";
    }

    private void append(StringBuilder text, Value.Text value) {
        String characters = ValueWriter.characters(value);
        if (characters.isEmpty()) {
            throw new IllegalArgumentException("has a value that is empty");
        }
        if (characters.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has a value with a control character in it");
        }
        if (values == Values.NAMES && (characters.contains("/") || characters.contains("\\"))) {
            throw new IllegalArgumentException(
                    "has a value with a '/' or '\\' in it, which would lead to another folder");
        }
        text.append(characters);
    }

    private static boolean climbs(String segment) {
        return segment.equals("..") || segment.equals(".");
    }

    /** The folder before the first value. */
    private static String fixed(String text) {
        int first = Stream.of("{{", "{%", "{#")
                .mapToInt(text::indexOf)
                .filter(i -> i >= 0)
                .min()
                .orElse(text.length());
        return text.substring(0, text.lastIndexOf('/', first) + 1);
    }
}
