package dev.tokenport.cmem.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The dataset <em>CSV</em>. */
final class CsvFile implements TaskKind {

    @Override
    public List<String> types() {
        return List.of("csv");
    }

    @Override
    public String operator() {
        return "csv-dataset";
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.taken("file", "", "file", Conversion.of(Texts::file)),
                Rule.taken("separator", ",", "separator", Conversion.of(Texts::separator)),
                Rule.same("quote", "\""),
                Rule.taken("charset", "UTF-8", "charset", Conversion.of(Texts::charset)),
                Rule.joined("properties", "", "`columns`, with `header` `false`"),
                Rule.taken("linesToSkip", "0", "skip_lines", Conversion.NONE),
                Rule.only("arraySeparator", "", "a field is one value"),
                Rule.only("regexFilter", "", "all rows are read"),
                Rule.only("ignoreBadLines", "false", "a bad line is an error"),
                Rule.only("quoteEscapeCharacter", "\"", Set.of(""), "a quote is doubled"),
                Rule.only("trimWhitespaceAndNonPrintableCharacters", "false", "fields are read as they are"),
                Rule.ignored("uri", "", "entities have no URIs"),
                Rule.ignored("maxCharsPerColumn", "fields have no such limit"),
                Rule.ignored("clearBeforeExecution", "a file is always replaced as a whole"),
                Rule.ignored("zipFileRegex", Kinds.NO_ZIP));
    }

    @Override
    public void join(TaskValues values, Target target) {
        String properties = values.plain("properties");
        if (properties.isBlank()) {
            return;
        }
        if (!target.has("columns")) {
            values.fault("properties", "cannot be set: the first line names the columns");
            return;
        }
        String columns = Arrays.stream(properties.split(",", -1))
                .map(name -> "\"" + name.strip().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
        target.put("header", "false", values.position("properties"));
        target.put("columns", columns, values.position("properties"));
    }
}
