package dev.tokenport.operators.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * How a CSV file is written.
 *
 * @param separator what stands between fields
 * @param quote what stands around fields that need it
 * @param charset how characters are encoded
 */
record CsvFormat(char separator, char quote, Charset charset) {

    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_FIELD = 1 << 28;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Rows of a file of this format, whatever their number of fields. */
    CsvReader<CsvRow> reader(InputStream input) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(LONGEST_FIELD)
                .build(new CsvRow.Collector(), characters(input));
    }

    /** A writer of rows: lines end in LF, an empty text is quoted, and a missing value is nothing at all. */
    CsvWriter writer(OutputStream output) {
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return CsvWriter.builder()
                .fieldSeparator(separator)
                .quoteCharacter(quote)
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(QuoteStrategies.EMPTY)
                .build(new BufferedWriter(new OutputStreamWriter(output, encoder), BUFFER));
    }

    private Reader characters(InputStream input) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        Reader reader = new BufferedReader(new InputStreamReader(input, decoder), BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
