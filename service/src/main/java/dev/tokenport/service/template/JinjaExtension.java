package dev.tokenport.service.template;

import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonText;
import io.pebbletemplates.pebble.attributes.AttributeResolver;
import io.pebbletemplates.pebble.attributes.ResolvedAttribute;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.escaper.EscapeFilter;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import io.pebbletemplates.pebble.node.ForNode.LoopVariables;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the engine print values as marks, loop over all values of a path, and count loops as Jinja does. */
final class JinjaExtension extends AbstractExtension {

    /** The attributes of {@code loop} and the paths of {@code entity}: nothing else of a value can be reached. */
    static final AttributeResolver ATTRIBUTES = (instance, name, arguments, nodes, context, file, line) -> {
        if (instance instanceof Paths paths) {
            return new ResolvedAttribute(paths.first(String.valueOf(name), file, line));
        }
        return instance instanceof LoopVariables loop
                ? new ResolvedAttribute(attribute(loop, String.valueOf(name)))
                : null;
    };

    @Override
    public Map<String, Filter> getFilters() {
        return Map.of("escape", new Print(), "urlencode", new UrlEncode(), "tojson", new ToJson());
    }

    @Override
    public List<TokenParser> getTokenParsers() {
        return List.of(new ForEachTag());
    }

    private static @Nullable Object attribute(LoopVariables loop, String name) {
        return switch (name) {
            case "index" -> loop.getIndex() + 1;
            case "index0" -> loop.getIndex();
            case "first" -> loop.isFirst();
            case "last" -> loop.isLast();
            case "length" -> Integer.valueOf(loop.getLength().toString());
            default -> null;
        };
    }

    private abstract static class PlainFilter implements Filter {

        @Override
        public List<String> getArgumentNames() {
            return List.of();
        }

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            return new SafeString(printed(Variables.typed(input)));
        }

        abstract String printed(Value.Text value);
    }

    /** Its type tells the engine to pass on what {@code raw} has marked. */
    private static final class Print extends EscapeFilter {

        @Override
        public Object apply(
                @Nullable Object input,
                Map<String, Object> arguments,
                PebbleTemplate self,
                EvaluationContext context,
                int line) {
            if (input instanceof SafeString) {
                return input;
            }
            var variables = (Variables) Objects.requireNonNull(context.getVariable(Variables.SELF));
            return new SafeString(Placeholder.of(variables.print(input)));
        }
    }

    private static final class UrlEncode extends PlainFilter {

        @Override
        String printed(Value.Text value) {
            return Percent.encode(ValueWriter.characters(value));
        }
    }

    private static final class ToJson extends PlainFilter {

        @Override
        String printed(Value.Text value) {
            var json = new StringBuilder();
            JsonText.append(json, value);
            return json.toString();
        }
    }
}
