package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Parameter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * The parameters of a CSV dataset.
 *
 * @param file the file
 * @param separator one character, or {@code \t}
 * @param quote one character
 * @param charset the name of a character set
 */
public record CsvDatasetParameters(
        @Parameter(
                id = "file",
                label = "File",
                description =
                        "The CSV file, for example `orders.csv`. A relative path starts at the folder of the workflow file. The folder of the file must exist.",
                mandatory = true)
        String file,

        @Parameter(
                id = "separator",
                label = "Separator",
                description = "The character between two fields; `\\t` is a tab.",
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
                id = "charset",
                label = "Character set",
                description = "How characters are encoded, for example `UTF-8` or `windows-1252`.",
                defaultValue = "UTF-8",
                advanced = true)
        String charset) {

    /** Checks the values. */
    public CsvDatasetParameters {
        DatasetFile.checkName(file);
        char between = character("separator", separator);
        if (between == character("quote", quote)) {
            throw new IllegalArgumentException("separator and quote are the same character");
        }
        try {
            Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("charset '" + charset + "' is not a character set known here", e);
        }
    }

    /** How the file is written. */
    CsvFormat format() {
        return new CsvFormat(character("separator", separator), character("quote", quote), Charset.forName(charset));
    }

    private static char character(String parameter, String text) {
        char character = text.equals("\\t") ? '\t' : text.length() == 1 ? text.charAt(0) : '\n';
        if (character == '\n' || character == '\r') {
            throw new IllegalArgumentException(
                    parameter + " '" + text.replace('\n', ' ').replace('\r', ' ') + "' is not one character");
        }
        return character;
    }
}
