package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonPointer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records whose end is told.
 *
 * @param records the records
 * @param atEnd called when the last one has been read
 */
record Watched(Records records, Runnable atEnd) implements Records {

    @Override
    public @Nullable Entity next() throws AnswerFault, IOException {
        Entity entity = records.next();
        if (entity == null) {
            atEnd.run();
        }
        return entity;
    }

    @Override
    public Optional<Value.Text> kept(JsonPointer place) {
        return records.kept(place);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
