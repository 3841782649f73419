package dev.tokenport.workflow.edit;

import dev.tokenport.operator.JsonType;
import dev.tokenport.workflow.YamlScalar;
import dev.tokenport.workflow.edit.WrittenNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that is to stand in a text, and how it is written there. Immutable; prints no text.
 *
 * @param text its text form
 * @param type as what it is read
 */
record Given(String text, JsonType type) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    /** The value in the place of another, by lines: as that was written, as far as it can be. */
    List<String> instead(Style style, boolean flow, Optional<String> indent) {
        if (indent.isPresent() && YamlScalar.isBlock(text)) {
            return List.of(YamlScalar.block(text, indent.get()).split("\n", -1));
        }
        return List.of(
                switch (style) {
                    case DOUBLE_QUOTED -> YamlScalar.quoted(text);
                    case SINGLE_QUOTED -> singleQuoted();
                    case PLAIN, BLOCK -> onOneLine(flow);
                });
    }

    /** The value below keys that are in each other, by lines. */
    List<String> below(List<String> keys, String indent, String step) {
        List<String> lines = new ArrayList<>();
        String inner = indent;
        for (String key : keys.subList(0, keys.size() - 1)) {
            lines.add(inner + YamlScalar.text(key) + ":");
            inner += step;
        }
        List<String> value = instead(Style.PLAIN, false, Optional.of(inner + step));
        lines.add(inner + YamlScalar.text(keys.get(keys.size() - 1)) + ": " + value.get(0));
        lines.addAll(value.subList(1, value.size()));
        return lines;
    }

    /** The value behind keys that are in each other, within brackets. */
    String between(List<String> keys) {
        var written = new StringBuilder();
        keys.subList(0, keys.size() - 1)
                .forEach(key -> written.append(YamlScalar.text(key)).append(": {"));
        written.append(YamlScalar.text(keys.get(keys.size() - 1))).append(": ").append(onOneLine(true));
        return written + "}".repeat(keys.size() - 1);
    }

    private String onOneLine(boolean flow) {
        return isTyped() || YamlScalar.isPlain(text, flow) ? text : YamlScalar.quoted(text);
    }

    /** Whether it is no text for YAML. */
    boolean isTyped() {
        return switch (type) {
            case NUMBER -> NUMBER.matcher(text).matches();
            case BOOLEAN -> text.equals("true") || text.equals("false");
            case STRING, JSON -> false;
        };
    }

    private String singleQuoted() {
        return text.codePoints().allMatch(YamlScalar::isShowable)
                ? "'" + text.replace("'", "''") + "'"
                : YamlScalar.quoted(text);
    }

    @Override
    public String toString() {
        return "Given[" + type + "]";
    }
}
