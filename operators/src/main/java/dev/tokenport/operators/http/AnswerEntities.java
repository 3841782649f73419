package dev.tokenport.operators.http;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.json.JsonFault;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities of one answer, whose faults name its request. For one thread. */
final class AnswerEntities implements Entities {

    private static final int SHOWN = 200;

    private final Answered answered;
    private final Answer answer;
    private final Caller caller;
    private final Redactor redactor;

    AnswerEntities(Answered answered, Answer answer, Caller caller, Redactor redactor) {
        this.answered = answered;
        this.answer = answer;
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
            return answer.next();
        } catch (JsonFault e) {
            String reason = redactor.redact(String.valueOf(e.getMessage()), SHOWN);
            throw caller.failure(
                    answered.request(),
                    " answered " + answer.shownType() + " that is not JSON, line " + e.line() + ", column " + e.column()
                            + ": " + reason,
                    e);
        } catch (OperatorException e) {
            throw caller.failure(answered.request(), " " + e.getMessage(), e);
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    @Override
    public void close() throws OperatorException {
        try {
            answer.close();
        } catch (IOException e) {
            throw caller.failure(answered.request(), ": cannot be closed: " + e.getMessage(), e);
        }
    }
}
