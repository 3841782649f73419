package dev.tokenport.operator;

import dev.tokenport.operator.ParameterType.BooleanType;
import dev.tokenport.operator.ParameterType.DurationType;
import dev.tokenport.operator.ParameterType.EnumerationType;
import dev.tokenport.operator.ParameterType.IntegerType;
import dev.tokenport.operator.ParameterType.MapType;
import dev.tokenport.operator.ParameterType.MultilineType;
import dev.tokenport.operator.ParameterType.NestedType;
import dev.tokenport.operator.ParameterType.PasswordType;
import dev.tokenport.operator.ParameterType.StringType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** The documentation page of an operator, in the format of the contract page. */
public final class OperatorPage {

    private static final String JAVA = "JavaPlugin";

    private final StringBuilder text = new StringBuilder();
    private final BinaryOperator<String> titles;

    private OperatorPage(BinaryOperator<String> titles) {
        this.titles = titles;
    }

    /** The page, in Markdown. */
    public static String of(Operator<?> operator) {
        var page = new OperatorPage((address, label) -> label);
        page.head(operator.description());
        page.body(operator);
        return page.text.toString();
    }

    /**
     * What the page says, for a product that shows it under a title of its own: from the description on, in Markdown.
     *
     * @param titles makes the title of a parameter of its address ({@code parent-child} for a nested one) and its label
     */
    public static String text(Operator<?> operator, BinaryOperator<String> titles) {
        var page = new OperatorPage(titles);
        page.body(operator);
        return page.text.toString();
    }

    /** The pages of all operators and their index: Markdown by file name, {@code README.md} first. */
    public static Map<String, String> all(OperatorRegistry registry) {
        Map<String, String> pages = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder("""
                # Operators

                <!-- This file was generated - DO NOT CHANGE IT MANUALLY -->

                | operator | id | what it does |
                | --- | --- | --- |
                """);
        pages.put("README.md", "");
        for (Operator<?> operator : registry.operators()) {
            OperatorDescription description = operator.description();
            String file = description.shortId() + ".md";
            index.append("| [")
                    .append(description.label())
                    .append("](")
                    .append(file)
                    .append(") | `");
            index.append(description.shortId()).append("` | ").append(collapsed(description.description()));
            index.append(" |\n");
            pages.put(file, of(operator));
        }
        pages.put("README.md", index.toString());
        return Collections.unmodifiableMap(pages);
    }

    private static List<ParameterDescription> select(ParameterList parameters, boolean advanced) {
        return parameters.descriptions().stream()
                .filter(parameter -> parameter.advanced() == advanced)
                .toList();
    }

    private void head(OperatorDescription description) {
        Set<String> tags = new LinkedHashSet<>(description.tags());
        tags.add(JAVA);
        line("---");
        line("title: \"" + quoted(description.label()) + "\"");
        line("description: \"" + quoted(description.description()) + "\"");
        line("icon: octicons/cross-reference-24");
        line("tags: ");
        tags.forEach(tag -> line("    - " + tag));
        line("---");
        line("# " + description.label());
        line("<!-- This file was generated - DO NOT CHANGE IT MANUALLY -->");
        line("");
        line("!!! note inline end \"Java Plugin\"");
        line("");
        line("    This operator is part of a Java Plugin Package.");
        line("    In order to use it, you need to install it,");
        line("    e.g. by dropping its JAR into `plugins/`.");
        line("");
    }

    private void body(Operator<?> operator) {
        OperatorDescription description = operator.description();
        line(description.description());
        line("");
        if (!description.documentation().isBlank()) {
            line(description.documentation().stripTrailing());
            line("");
        }
        line("");
        ParameterList parameters = ParameterList.of(operator.parameters());
        section("Parameter", select(parameters, false));
        List<ParameterDescription> advanced = select(parameters, true);
        if (!advanced.isEmpty()) {
            section("Advanced Parameter", advanced);
        }
    }

    private static String quoted(String value) {
        return collapsed(value).replace('"', '\'');
    }

    private static String collapsed(String value) {
        return value.strip().replaceAll("\\s+", " ");
    }

    private void section(String title, List<ParameterDescription> parameters) {
        line("## " + title);
        line("");
        if (parameters.isEmpty()) {
            line("`None`");
        }
        parameters.forEach(parameter -> parameter("", "", parameter));
    }

    private void parameter(String prefix, String parent, ParameterDescription parameter) {
        line("### " + titles.apply(prefix + parameter.id(), parent + parameter.label()));
        line("");
        String description = collapsed(parameter.description());
        if (!description.isEmpty()) {
            line(description);
            line("");
        }
        line("- Datatype: `" + datatype(parameter.type()) + "`");
        line("- Default Value: `" + (parameter.defaultValue().isEmpty() ? "None" : parameter.defaultValue()) + "`");
        line("");
        line("");
        line("");
        if (parameter.type() instanceof NestedType nested) {
            nested.parameters()
                    .descriptions()
                    .forEach(child ->
                            parameter(prefix + parameter.id() + "-", parent + parameter.label() + ": ", child));
        }
    }

    /** The contract calls one of a few texts a string. */
    private static String datatype(ParameterType type) {
        if (type instanceof StringType || type instanceof EnumerationType) {
            return "string";
        } else if (type instanceof MultilineType) {
            return "multiline string";
        } else if (type instanceof PasswordType) {
            return "password";
        } else if (type instanceof IntegerType) {
            return "integer";
        } else if (type instanceof BooleanType) {
            return "boolean";
        } else if (type instanceof DurationType) {
            return "duration";
        } else if (type instanceof MapType) {
            return "map";
        }
        return type instanceof NestedType ? "object" : "uri";
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
