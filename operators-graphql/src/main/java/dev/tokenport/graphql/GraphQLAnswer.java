package dev.tokenport.graphql;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonFormat;
import dev.tokenport.service.json.JsonRecord;
import dev.tokenport.service.json.JsonRows.Scalars;
import dev.tokenport.service.json.JsonTokens;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/**
 * The entities of one answer (GraphQL specification §7.1), read while it arrives; the members may come in any order. For
 * one thread.
 */
final class GraphQLAnswer implements Entities {

    private static final JsonFormat FORMAT = JsonFormat.of(Scalars.VALUES);
    private static final int SHOWN = 200;

    private final Answered answered;
    private final Caller caller;
    private final Redactor redactor;
    private final ReportedErrors reported;
    private final AnswerData data;
    private final JsonRecord error = new JsonRecord(Scalars.VALUES);
    private final GraphQLErrors errors;
    private @Nullable JsonTokens tokens;
    private State state = State.UNREAD;
    private boolean hasData;

    /** Where reading is. */
    private enum State {
        UNREAD,
        BETWEEN_MEMBERS,
        IN_DATA,
        CLOSED,
        READ
    }

    GraphQLAnswer(Answered answered, Caller caller, Redactor redactor, ReportedErrors reported, AnswerData data) {
        this.answered = answered;
        this.caller = caller;
        this.redactor = redactor;
        this.reported = reported;
        this.data = data;
        this.errors = new GraphQLErrors(redactor);
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        try {
            JsonTokens reading = opened();
            try {
                return read(reading);
            } catch (JacksonException e) {
                throw reading.fault(e);
            }
        } catch (JsonFault e) {
            String reason = redactor.redact(String.valueOf(e.getMessage()), SHOWN);
            throw caller.failure(
                    answered.request(),
                    " answered what is no answer of GraphQL, line " + e.line() + ", column " + e.column() + ": "
                            + reason,
                    e);
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    @Override
    public void close() throws OperatorException {
        try {
            answered.close();
        } catch (IOException e) {
            throw caller.failure(answered.request(), ": cannot be closed: " + e.getMessage(), e);
        }
    }

    private JsonTokens opened() throws IOException {
        JsonTokens opened = tokens;
        if (opened == null) {
            reported.nextEntity();
            opened = JsonTokens.of(answered.response().body(), FORMAT);
            tokens = opened;
        }
        return opened;
    }

    private @Nullable Entity read(JsonTokens reading) throws OperatorException, JsonFault, IOException {
        while (state != State.READ) {
            JsonToken token = reading.next();
            if (token == null) {
                return end();
            }
            Entity entity = state == State.IN_DATA ? data(reading, token) : outside(reading, token);
            if (entity != null) {
                return entity;
            }
        }
        return null;
    }

    /** A token that is not within {@code data}. */
    private @Nullable Entity outside(JsonTokens reading, JsonToken token) throws JsonFault, IOException {
        if (state == State.UNREAD) {
            if (token != JsonToken.START_OBJECT) {
                throw JsonFault.at("it is not a JSON object", reading.location());
            }
            state = State.BETWEEN_MEMBERS;
        } else if (state == State.CLOSED) {
            throw JsonFault.at("more follows after the end of the JSON value", reading.location());
        } else if (token == JsonToken.PROPERTY_NAME) {
            return member(reading, reading.text());
        } else {
            state = State.CLOSED;
        }
        return null;
    }

    private @Nullable Entity member(JsonTokens reading, String name) throws JsonFault, IOException {
        JsonToken token = following(reading);
        switch (name) {
            case "data" -> {
                return data(reading, token);
            }
            case "errors" -> errors(reading, token);
            default -> skip(reading, token);
        }
        return null;
    }

    private @Nullable Entity data(JsonTokens reading, JsonToken token) throws JsonFault, IOException {
        if (state == State.BETWEEN_MEMBERS) {
            if (token == JsonToken.VALUE_NULL) {
                return null;
            }
            if (token != JsonToken.START_OBJECT) {
                throw JsonFault.at("its data is not an object", reading.location());
            }
            hasData = true;
            state = State.IN_DATA;
        }
        Entity entity = data.take(reading, token);
        if (reading.depth() == 1) {
            state = State.BETWEEN_MEMBERS;
        }
        return entity;
    }

    private void errors(JsonTokens reading, JsonToken token) throws JsonFault {
        if (token != JsonToken.START_ARRAY) {
            if (token != JsonToken.VALUE_NULL) {
                errors.add(error.read(reading, token));
            }
            return;
        }
        for (JsonToken next = following(reading); next != JsonToken.END_ARRAY; next = following(reading)) {
            errors.add(error.read(reading, next));
        }
    }

    private static void skip(JsonTokens reading, JsonToken token) {
        if (token.isStructStart()) {
            while (reading.depth() > 1) {
                following(reading);
            }
        }
    }

    private static JsonToken following(JsonTokens reading) {
        JsonToken token = reading.next();
        if (token == null) {
            throw new IllegalStateException("the parser ended within a value");
        }
        return token;
    }

    private @Nullable Entity end() throws OperatorException, IOException {
        boolean empty = state == State.UNREAD;
        state = State.READ;
        String who = redactor.redact(answered.request() + " answered ");
        if (errors.count() > 0) {
            reported.count(errors);
            if (!data.found()) {
                throw new EntityException(who + errors);
            }
            reported.warn(who + errors);
        } else if (!hasData) {
            throw new EntityException(
                    who + (empty ? "nothing" : "what is no answer of GraphQL: it has neither data nor errors"));
        }
        return data.finish();
    }
}
