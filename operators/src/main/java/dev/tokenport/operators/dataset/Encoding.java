package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Parameter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * How a text file is kept: the parameters that all datasets have.
 *
 * @param charset the name of a character set
 * @param compression how the file is compressed
 */
public record Encoding(
        @Parameter(
                id = "charset",
                label = "Character set",
                description =
                        "How characters are encoded, for example `UTF-8`, `ISO-8859-1`, `windows-1252` or `UTF-16`. A byte order mark is skipped.",
                defaultValue = "UTF-8",
                advanced = true)
        String charset,

        @Parameter(
                id = "compression",
                label = "Compression",
                description =
                        "Whether the file is compressed: `gzip`, `none`, or `auto` for gzip if its name ends in `.gz`.",
                defaultValue = "auto",
                advanced = true)
        Compression compression) {

    /** Checks the values. */
    public Encoding {
        try {
            Charset.forName(charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "charset '" + charset
                            + "' is not a character set known here; it has to be a name such as UTF-8, ISO-8859-1, windows-1252 or UTF-16",
                    e);
        }
    }

    /** The character set. */
    Charset characterSet() {
        return Charset.forName(charset);
    }
}
