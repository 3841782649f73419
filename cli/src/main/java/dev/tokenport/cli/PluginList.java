package dev.tokenport.cli;

import dev.tokenport.cli.plugin.Plugin;
import dev.tokenport.cli.plugin.Plugins;
import dev.tokenport.operator.OperatorDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of plugins, as a table or as JSON. */
final class PluginList implements Arguments.Group {

    private static final String NOTHING = "-";

    private final Arguments arguments = new Arguments();

    private final Given<Boolean> json = arguments.flag("--json", "As JSON.");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Shows it. */
    void show(Session session) {
        Installation installation = session.installation();
        Plugins plugins = installation.product();
        installation.jars().forEach(plugins::load);
        Optional<String> folder =
                installation.folder().map(found -> found.path().toString());
        if (json.value()) {
            session.screen().answerLine(json(folder, plugins.all()));
        } else if (plugins.all().isEmpty()) {
            session.screen()
                    .answerLine("there are no plugins"
                            + folder.map(path -> " in " + path).orElse("")
                            + "; 'tokenport plugins add FILE.jar' adds one");
        } else {
            table(plugins.all()).forEach(session.screen()::answerLine);
        }
    }

    private static List<String> table(List<Plugin> plugins) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("FILE", "VERSION", "OPERATORS", "STATE"));
        for (Plugin plugin : plugins) {
            List<String> operators =
                    plugin.operators().stream().map(PluginList::row).toList();
            rows.add(List.of(
                    plugin.file(),
                    plugin.version().orElse(NOTHING),
                    operators.isEmpty() ? NOTHING : operators.get(0),
                    plugin.fault().map(fault -> "left out: " + fault).orElse("loaded")));
            operators.stream().skip(1).forEach(operator -> rows.add(List.of("", "", operator, "")));
        }
        return lines(rows);
    }

    private static String row(OperatorDescription operator) {
        return names(operator) + ": " + operator.label();
    }

    private static String names(OperatorDescription operator) {
        String aliases = String.join(", ", operator.aliases());
        return aliases.isEmpty() ? operator.id() : operator.id() + " (" + aliases + ")";
    }

    private static List<String> lines(List<List<String>> rows) {
        List<List<String>> shown = rows.stream()
                .map(row -> row.stream().map(Words::oneLine).toList())
                .toList();
        List<String> lines = new ArrayList<>();
        for (List<String> row : shown) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width =
                        shown.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(width - cell.length() + 2));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static String json(Optional<String> folder, List<Plugin> plugins) {
        return "{\"folder\":" + text(folder) + ",\"plugins\":"
                + array(plugins.stream().map(PluginList::json).toList()) + "}";
    }

    private static String json(Plugin plugin) {
        return "{\"file\":" + TokenJson.text(plugin.file())
                + ",\"version\":" + text(plugin.version())
                + ",\"state\":" + TokenJson.text(plugin.fault().isEmpty() ? "loaded" : "left out")
                + ",\"reason\":" + text(plugin.fault())
                + ",\"operators\":"
                + array(plugin.operators().stream().map(PluginList::json).toList()) + "}";
    }

    private static String json(OperatorDescription operator) {
        return "{\"id\":" + TokenJson.text(operator.id())
                + ",\"aliases\":"
                + array(operator.aliases().stream().map(TokenJson::text).toList())
                + ",\"label\":" + TokenJson.text(operator.label())
                + ",\"description\":" + TokenJson.text(operator.description()) + "}";
    }

    private static String text(Optional<String> characters) {
        return characters.map(TokenJson::text).orElse("null");
    }

    private static String array(Collection<String> elements) {
        return elements.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
