package dev.tokenport.operators.format;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/**
 * CSV (RFC 4180 with options). Immutable.
 *
 * @param separator what stands between fields
 * @param quote what stands around fields that need it
 * @param charset how characters are encoded
 * @param header whether the first row names the columns
 * @param columns without a header, the names of the columns; none to call them {@code column_1}, {@code column_2} …
 * @param comment what a line begins with that is no row; {@link #NO_COMMENT} if all are
 * @param skipLines how many lines stand before the first row
 */
public record CsvFormat(
        char separator, char quote, Charset charset, boolean header, List<String> columns, char comment, int skipLines)
        implements Format {

    /** There are no comments. */
    public static final char NO_COMMENT = '\0';

    private static final int LONGEST_FIELD = 1 << 28;
    private static final char USUAL_COMMENT = '#';

    /** Copies the list. */
    public CsvFormat {
        columns = List.copyOf(columns);
    }

    /** CSV with a header, commas, quotes and nothing else. */
    public static CsvFormat of(Charset charset) {
        return new CsvFormat(',', '"', charset, true, List.of(), NO_COMMENT, 0);
    }

    /** The same without a header, but with these columns. */
    CsvFormat withoutHeader(List<String> names) {
        return new CsvFormat(separator, quote, charset, false, names, comment, skipLines);
    }

    @Override
    public Rows rows(InputStream input) throws RowFault, IOException {
        try {
            CsvReader<CsvRow> reader = reader(input, comment);
            reader.skipLines(skipLines);
            return new CsvRows(this, reader, input);
        } catch (CsvParseException e) {
            throw new RowFault("it has fewer than the " + skipLines + " lines that are to be skipped", e);
        } catch (CharacterCodingException e) {
            throw RowFault.coding(0, charset, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw RowFault.coding(0, charset, coding);
            }
            throw e.getCause();
        }
    }

    @Override
    public RowWriter writer(Draft draft) throws IOException {
        return new CsvRowWriter(draft, this);
    }

    /** All rows, with the header, and with those that look like a comment. */
    CsvReader<CsvRow> allRows(InputStream input) throws IOException {
        return reader(input, NO_COMMENT);
    }

    /** A writer of rows: lines end in LF, an empty text is quoted, and a missing value is nothing at all. */
    CsvWriter rowsTo(OutputStream output) throws IOException {
        return CsvWriter.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .commentCharacter(comment == NO_COMMENT ? USUAL_COMMENT : comment)
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(Characters.to(output, charset));
    }

    private CsvReader<CsvRow> reader(InputStream input, char beginsComment) throws IOException {
        var builder = CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD);
        if (beginsComment != NO_COMMENT) {
            builder.commentCharacter(beginsComment).commentStrategy(CommentStrategy.SKIP);
        }
        return builder.build(new CsvRow.Collector(), Characters.of(input, charset));
    }
}
