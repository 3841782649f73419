package dev.tokenport.operators.format;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.tokenport.operator.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a CSV file.
 *
 * @param line the line it begins in, from 1
 * @param fields the value of each field; none for a field that is empty and not quoted
 */
record CsvRow(long line, List<List<Value>> fields) {

    /** Collects the fields of a row. For one reader. */
    static final class Collector extends AbstractBaseCsvCallbackHandler<CsvRow> {

        private List<List<Value>> fields = new ArrayList<>();

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields = new ArrayList<>(fields.size());
        }

        @Override
        protected void handleField(int position, char[] buffer, int offset, int length, boolean quoted) {
            fields.add(length == 0 && !quoted ? List.of() : List.of(Value.of(new String(buffer, offset, length))));
        }

        @Override
        protected CsvRow buildRecord() {
            return new CsvRow(getStartingLineNumber(), fields);
        }
    }
}
