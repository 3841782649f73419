package dev.tokenport.operators.http.answer;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonPointer;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities of one answer, whose faults name its request. For one thread. */
public final class AnswerEntities implements Entities {

    private static final int SHOWN = 300;

    private final Answered answered;
    private final Records records;
    private final Caller caller;
    private final Redactor redactor;
    private long count;

    AnswerEntities(Answered answered, Records records, Caller caller, Redactor redactor) {
        this.answered = answered;
        this.records = records;
        this.caller = caller;
        this.redactor = redactor;
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        try {
            Entity entity = records.next();
            count += entity == null ? 0 : 1;
            return entity;
        } catch (AnswerFault e) {
            throw failure(e);
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    private EntityException failure(AnswerFault fault) {
        String what = redactor.redact(String.valueOf(fault.getMessage()), SHOWN);
        return caller.failure(answered.request(), " " + what, fault);
    }

    /** The answer and its request. */
    public Answered answered() {
        return answered;
    }

    /** How many entities there were so far. */
    public long count() {
        return count;
    }

    /** A value beside the records, when all of them have been read. */
    public Optional<Value.Text> kept(JsonPointer place) {
        return records.kept(place);
    }

    @Override
    public void close() throws OperatorException {
        try {
            records.close();
            answered.close();
        } catch (IOException e) {
            throw caller.failure(answered.request(), ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
