package dev.tokenport.cmem.value;

import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Evaluates the templates of a project: text, {@code {{ project.name }}} with the filters {@code upper}, {@code lower},
 * {@code trim} and {@code default('…')}, quoted texts, comments, {@code {% raw %}}. For one thread, for one text.
 */
final class ValueTemplate {

    private static final Pattern EXPRESSION =
            Pattern.compile("(?s)\\s*(?:([A-Za-z_]\\w*\\.[A-Za-z_]\\w*)|'([^']*)'|\"([^\"]*)\")\\s*((?:\\|.*)?)");
    private static final Pattern FILTER =
            Pattern.compile("(?s)\\|\\s*(?:(upper|lower|trim)|default\\(\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\))\\s*");
    private static final Pattern RAW = Pattern.compile("(?s)\\{%-?\\s*raw\\s*-?%}(.*?)\\{%-?\\s*endraw\\s*-?%}");
    private static final String WHAT_THERE_IS =
            "; there are {{ project.NAME }} and {{ global.NAME }}, with the filters upper, lower, trim and default('…')";

    /** Gives the values of variables. */
    interface Variables {

        /** The value of {@code scope.name}; empty if there is no such variable. */
        Optional<ReferencingText> value(String scopedName) throws ValueFault;

        /** The fault of there being none. */
        ValueFault unknown(String scopedName);
    }

    private static final int LONGEST = 1 << 20;

    private final String text;
    private final Variables variables;
    private final List<Part> parts = new ArrayList<>();
    private int at;
    private int length;

    private ValueTemplate(String text, Variables variables) {
        this.text = text;
        this.variables = variables;
    }

    /** What a template comes to. */
    static ReferencingText evaluate(String text, Variables variables) throws ValueFault {
        return new ValueTemplate(text, variables).evaluate();
    }

    private ReferencingText evaluate() throws ValueFault {
        Matcher raw = RAW.matcher(text);
        while (at < text.length()) {
            int next = next();
            literal(text.substring(at, next));
            at = next;
            if (text.startsWith("{{", at)) {
                expression(end("}}"));
            } else if (text.startsWith("{#", at)) {
                at = end("#}") + 2;
            } else if (text.startsWith("{%", at)) {
                if (!raw.region(at, text.length()).lookingAt()) {
                    throw new ValueFault("a template has a '{%' that is not understood" + WHAT_THERE_IS);
                }
                literal(raw.group(1));
                at = raw.end();
            }
        }
        return new ReferencingText(parts);
    }

    private int next() {
        for (int i = at; i < text.length(); i++) {
            if (text.startsWith("{{", i) || text.startsWith("{#", i) || text.startsWith("{%", i)) {
                return i;
            }
        }
        return text.length();
    }

    private int end(String mark) throws ValueFault {
        int end = text.indexOf(mark, at + 2);
        if (end < 0) {
            throw new ValueFault("a template has a '" + text.substring(at, at + 2) + "' without its '" + mark + "'");
        }
        return end;
    }

    private void expression(int end) throws ValueFault {
        String inside = text.substring(at + 2, end);
        at = end + 2;
        Matcher expression = EXPRESSION.matcher(inside);
        if (!expression.matches()) {
            throw new ValueFault("a template has '{{" + inside + "}}', which is not understood" + WHAT_THERE_IS);
        }
        ReferencingText value = value(expression);
        for (Part part : value.parts()) {
            if (part instanceof Part.Literal literal) {
                literal(filtered(literal.text(), expression.group(4)));
            } else if (expression.group(4).contains("|")) {
                throw new ValueFault("'" + expression.group(1) + "' is a secret, which takes no filter");
            } else {
                parts.add(part);
            }
        }
    }

    private ReferencingText value(Matcher expression) throws ValueFault {
        String name = expression.group(1);
        if (name == null) {
            String quoted = expression.group(2) == null ? expression.group(3) : expression.group(2);
            return new ReferencingText(List.of(new Part.Literal(quoted)));
        }
        Optional<ReferencingText> value = variables.value(name);
        Matcher filter = FILTER.matcher(expression.group(4));
        while (value.isEmpty() && filter.find()) {
            value = alternative(filter).map(text -> new ReferencingText(List.of(new Part.Literal(text))));
        }
        return value.orElseThrow(() -> variables.unknown(name));
    }

    private static Optional<String> alternative(Matcher filter) {
        return Optional.ofNullable(filter.group(2)).or(() -> Optional.ofNullable(filter.group(3)));
    }

    private static String filtered(String value, String filters) throws ValueFault {
        Matcher filter = FILTER.matcher(filters);
        String result = value;
        int done = 0;
        while (filter.region(done, filters.length()).lookingAt()) {
            String name = String.valueOf(filter.group(1));
            result = switch (name) {
                case "upper" -> result.toUpperCase(Locale.ROOT);
                case "lower" -> result.toLowerCase(Locale.ROOT);
                case "trim" -> result.strip();
                default -> result;
            };
            done = filter.end();
        }
        if (done < filters.length()) {
            throw new ValueFault("a template has the filter '"
                    + filters.substring(done).strip() + "', which is not understood" + WHAT_THERE_IS);
        }
        return result;
    }

    private void literal(String piece) throws ValueFault {
        length += piece.length();
        if (length > LONGEST) {
            throw new ValueFault("a template comes to more than " + LONGEST + " characters");
        }
        if (!piece.isEmpty()) {
            parts.add(new Part.Literal(piece));
        }
    }
}
