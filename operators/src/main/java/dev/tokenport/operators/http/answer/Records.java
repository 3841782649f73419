package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonPointer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records of one answer, read as they are asked for. For one thread. */
interface Records extends AutoCloseable {

    /**
     * The next record, {@code null} at the end.
     *
     * @throws AnswerFault if the answer is not what it is read as
     * @throws IOException if it breaks off
     */
    @Nullable
    Entity next() throws AnswerFault, IOException;

    /** A value beside the records, known when all of them have been read; as JSON text, {@code []} or {@code {}} for an array or object. */
    default Optional<Value.Text> kept(JsonPointer place) {
        return Optional.empty();
    }

    @Override
    void close() throws IOException;
}
