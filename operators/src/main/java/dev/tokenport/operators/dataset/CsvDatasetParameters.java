package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operators.format.CsvFormat;
import dev.tokenport.service.file.FileName;
import dev.tokenport.service.json.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a CSV dataset.
 *
 * @param file the file
 * @param header whether the first row names the columns
 * @param columns the names of the columns without a header
 * @param separator one character, or {@code \t}
 * @param quote one character
 * @param comment one character, or nothing
 * @param skipLines how many lines stand before the first row
 * @param encoding how the file is kept
 */
public record CsvDatasetParameters(
        @Parameter(
                id = "file",
                label = "File",
                description =
                        "The CSV file, for example `orders.csv` or `orders.csv.gz`. A relative path starts at the folder of the workflow file. The folder of the file must exist.",
                mandatory = true)
        String file,

        @Parameter(
                id = "header",
                label = "Header",
                description = "Whether the first row names the columns.",
                defaultValue = "true")
        boolean header,

        @Parameter(
                id = "columns",
                label = "Columns",
                description =
                        "Without a header, the names of the columns in their order: separated by white space, or a JSON array, as in `[\"id\", \"first name\"]`. Empty: `column_1`, `column_2` and so on. When writing, a path that is none of them is an error.",
                advanced = true)
        String columns,

        @Parameter(
                id = "separator",
                label = "Separator",
                description = "The character between two fields; `\\t` or `tab` is a tab.",
                defaultValue = ",",
                advanced = true)
        String separator,

        @Parameter(
                id = "quote",
                label = "Quote",
                description = "The character around a field that needs it; doubled inside of the field.",
                defaultValue = "\"",
                advanced = true)
        String quote,

        @Parameter(
                id = "comment",
                label = "Comment",
                description =
                        "The character at the beginning of lines that are skipped, for example `#`. Empty: no line is.",
                advanced = true)
        String comment,

        @Parameter(
                id = "skip_lines",
                label = "Skip lines",
                description = "How many lines stand before the header or the first row. Only for reading.",
                defaultValue = "0",
                advanced = true)
        int skipLines,

        @Embedded Encoding encoding)
        implements DatasetParameters {

    /** Checks the values. */
    public CsvDatasetParameters {
        FileName.check("file", file);
        List<Character> characters = new ArrayList<>();
        characters.add(character("separator", separator));
        addDistinct(characters, "separator and quote", character("quote", quote));
        if (!comment.isEmpty()) {
            addDistinct(characters, "comment and separator or quote", character("comment", comment));
        }
        if (skipLines < 0) {
            throw new IllegalArgumentException("skip_lines " + skipLines + " is negative");
        }
        List<String> names = Names.of("columns", columns);
        if (header && !names.isEmpty()) {
            throw new IllegalArgumentException(
                    "columns '" + columns + "' is given, but the header names the columns; set header to false");
        }
    }

    @Override
    public CsvFormat format() {
        return new CsvFormat(
                character("separator", separator),
                character("quote", quote),
                encoding.characterSet(),
                header,
                Names.of("columns", columns),
                comment.isEmpty() ? CsvFormat.NO_COMMENT : character("comment", comment),
                skipLines);
    }

    private static void addDistinct(List<Character> others, String both, char character) {
        if (others.contains(character)) {
            throw new IllegalArgumentException(both + " are the same character");
        }
        others.add(character);
    }

    private static char character(String parameter, String text) {
        boolean tab = text.equals("\\t") || text.equals("tab");
        char character = tab ? '\t' : text.length() == 1 ? text.charAt(0) : '\n';
        if (character == '\n' || character == '\r' || character == CsvFormat.NO_COMMENT) {
            throw new IllegalArgumentException(
                    parameter + " '" + text.replaceAll("[\\r\\n\\x00]", " ") + "' is not one character");
        }
        return character;
    }
}
