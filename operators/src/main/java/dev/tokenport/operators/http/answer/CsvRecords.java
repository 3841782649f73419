package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Entity;
import dev.tokenport.operators.format.CsvFormat;
import dev.tokenport.operators.format.RowFault;
import dev.tokenport.operators.format.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of CSV (RFC 4180); {@code header=absent} in the content type says that the first one names no columns.
 *
 * @param rows the rows
 * @param type the content type of the answer
 */
record CsvRecords(Rows rows, ContentType type) implements Records {

    private static final String TABS = "text/tab-separated-values";

    /** Reads the header. */
    static CsvRecords of(InputStream body, String separator, ContentType type, Charset charset)
            throws AnswerFault, IOException {
        boolean header =
                type.parameter("header").filter("absent"::equalsIgnoreCase).isEmpty();
        var format =
                new CsvFormat(separator(separator, type), '"', charset, header, List.of(), CsvFormat.NO_COMMENT, 0);
        try {
            return new CsvRecords(format.rows(body), type);
        } catch (RowFault e) {
            throw fault(e, type);
        }
    }

    @Override
    public @Nullable Entity next() throws AnswerFault, IOException {
        try {
            return rows.next();
        } catch (RowFault e) {
            throw fault(e, type);
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private static char separator(String given, ContentType type) {
        if (given.isEmpty()) {
            return type.name().equals(TABS) ? '\t' : ',';
        }
        return given.equals("\\t") ? '\t' : given.charAt(0);
    }

    private static AnswerFault fault(RowFault fault, ContentType type) {
        return new AnswerFault("answered " + type.shown() + " that is not CSV, " + fault.getMessage(), fault);
    }
}
