package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonPointer;
import dev.tokenport.service.json.JsonRows;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records in JSON.
 *
 * @param rows the records
 * @param type the content type of the answer
 * @param name what the answer should have been
 */
record JsonRecords(JsonRows rows, ContentType type, String name) implements Records {

    @Override
    public @Nullable Entity next() throws AnswerFault, IOException {
        try {
            return rows.next();
        } catch (JsonFault e) {
            if (e.isTooLarge()) {
                throw new AnswerFault(
                        "answered " + type.shown() + ", line " + e.line() + ", column " + e.column() + ": "
                                + e.getMessage() + "; raise max_body, or lead to smaller ones with records",
                        e);
            }
            throw new AnswerFault(
                    "answered " + type.shown() + " that is not " + name + ", line " + e.line() + ", column "
                            + e.column() + ": " + e.getMessage(),
                    e);
        }
    }

    @Override
    public Optional<Value.Text> kept(JsonPointer place) {
        return rows.kept(place);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
