package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Entity;
import org.jspecify.annotations.Nullable;

/** No records, which is what an empty body has. */
record NoRecords() implements Records {

    @Override
    public @Nullable Entity next() {
        return null;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
