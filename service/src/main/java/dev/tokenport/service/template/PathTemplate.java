package dev.tokenport.service.template;

import dev.tokenport.service.template.Rendering.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template that only names paths between texts, as most do: it needs no engine to be rendered, which counts where one is
 * rendered per entity. Immutable.
 */
final class PathTemplate {

    private static final Pattern NAMED = Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*\\}\\}");

    /** To the engine these are no names. */
    private static final Set<String> WORDS = Set.of("true", "false", "null", "none", Paths.NAME);

    private final List<Part> parts;

    /** A text, and the path whose value stands behind it; the last one may have none. */
    private record Part(String text, @Nullable String path) {}

    private PathTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The template, empty if there is more in it. */
    static Optional<PathTemplate> of(String template) {
        List<Part> parts = new ArrayList<>();
        Matcher named = NAMED.matcher(template);
        int done = 0;
        while (named.find()) {
            parts.add(new Part(template.substring(done, named.start()), named.group(1)));
            done = named.end();
        }
        parts.add(new Part(template.substring(done), null));
        return parts.stream().allMatch(PathTemplate::isPlain) ? Optional.of(new PathTemplate(parts)) : Optional.empty();
    }

    private static boolean isPlain(Part part) {
        return !Template.isTemplate(part.text)
                && (part.path == null || !WORDS.contains(part.path.toLowerCase(Locale.ROOT)));
    }

    /** What the engine would make of it; empty if it names what is no path, which the engine complains of. */
    Optional<Rendering> rendered(Variables variables) {
        List<Piece> pieces = new ArrayList<>();
        for (Part part : parts) {
            if (!part.text.isEmpty()) {
                pieces.add(new Piece.Literal(part.text));
            }
            if (part.path != null) {
                if (!variables.has(part.path)) {
                    return Optional.empty();
                }
                pieces.add(new Piece.Inserted(Variables.typed(variables.value(part.path))));
            }
        }
        return Optional.of(new Rendering(pieces));
    }
}
