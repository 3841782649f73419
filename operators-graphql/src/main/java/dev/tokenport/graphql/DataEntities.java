package dev.tokenport.graphql;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonPointer;
import dev.tokenport.service.json.JsonRecord;
import dev.tokenport.service.json.JsonRows.Scalars;
import dev.tokenport.service.json.JsonTokens;
import dev.tokenport.service.template.ValueWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Entities made of the records in {@code data}: an array gives one per element. For one thread. */
final class DataEntities implements AnswerData {

    private final JsonPointer records;
    private final List<JsonPointer> above = new ArrayList<>();
    private final JsonRecord row = new JsonRecord(Scalars.VALUES);
    private boolean inArray;
    private boolean found;
    private @Nullable Entity empty;

    /** Entities of the answer to an operation. */
    DataEntities(Operation operation) {
        this.records = operation.records();
        for (int i = 0; i < records.segments().size(); i++) {
            above.add(new JsonPointer(records.segments().subList(0, i)));
        }
    }

    @Override
    public @Nullable Entity take(JsonTokens tokens, JsonToken token) throws JsonFault {
        if (inArray) {
            return element(tokens, token);
        }
        if (token.isStructStart() || token.isScalarValue()) {
            if (tokens.isAt(records)) {
                return record(tokens, token);
            }
            refuseArrayAbove(tokens, token);
        }
        return null;
    }

    @Override
    public boolean found() {
        return found;
    }

    @Override
    public @Nullable Entity finish() {
        Entity held = empty;
        empty = null;
        return held;
    }

    private @Nullable Entity element(JsonTokens tokens, JsonToken token) throws JsonFault {
        if (token == JsonToken.END_ARRAY) {
            inArray = false;
            return null;
        }
        // A null in a list stands for an object that could not be had.
        return token == JsonToken.VALUE_NULL ? null : row.read(tokens, token);
    }

    private @Nullable Entity record(JsonTokens tokens, JsonToken token) throws JsonFault {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.START_ARRAY) {
            inArray = true;
            found = true;
            return null;
        }
        Entity entity = row.read(tokens, token);
        if (entity.values().stream().flatMap(List::stream).allMatch(DataEntities::isNull)) {
            // Whether it is worth anything depends on the errors, which may follow.
            empty = entity;
            return null;
        }
        found = true;
        return entity;
    }

    private void refuseArrayAbove(JsonTokens tokens, JsonToken token) throws JsonFault {
        if (token != JsonToken.START_ARRAY || tokens.depth() > above.size()) {
            return;
        }
        int depth = tokens.depth() - 1;
        JsonPointer here = above.get(depth);
        if (tokens.isAt(here) && !records.segments().get(depth).chars().allMatch(Character::isDigit)) {
            throw JsonFault.at(
                    "the way to the records, " + records + ", leads through an array at " + here
                            + "; name one of its elements, or take the array",
                    tokens.location());
        }
    }

    private static boolean isNull(Value value) {
        return ValueWriter.isMissing((Value.Text) value);
    }
}
