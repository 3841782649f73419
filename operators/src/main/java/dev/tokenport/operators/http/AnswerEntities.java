package dev.tokenport.operators.http;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operators.http.Caller.Answered;
import dev.tokenport.service.json.JsonFault;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entities of all answers: one request per entity of the inputs, each sent when the answer before it was read. */
final class AnswerEntities implements Entities {

    private static final int SHOWN = 200;

    private final Caller caller;
    private final RunContext context;
    private final boolean jsonWanted;
    private final Iterator<Entities> inputs;
    private @Nullable Entities input;
    private @Nullable Answered current;
    private boolean once;
    private boolean warned;

    AnswerEntities(Caller caller, Inputs inputs, RunContext context, boolean jsonWanted) {
        this.caller = caller;
        this.context = context;
        this.jsonWanted = jsonWanted;
        this.inputs = inputs.streams().iterator();
        this.once = inputs.isEmpty();
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        while (true) {
            context.cancellation().check();
            if (current != null) {
                Entity entity = read(current);
                if (entity != null) {
                    return entity;
                }
                close();
            }
            Entity asked = once ? null : nextInput();
            if (asked == null && !once) {
                return null;
            }
            once = false;
            current = caller.answer(asked);
            warnAboutText(current);
        }
    }

    @Override
    public void close() throws OperatorException {
        Answered closing = current;
        current = null;
        if (closing != null) {
            try {
                closing.answer().close();
            } catch (IOException e) {
                throw caller.failure(closing.request(), ": cannot be closed: " + e.getMessage(), e);
            }
        }
    }

    private @Nullable Entity nextInput() throws OperatorException, InterruptedException {
        while (true) {
            Entity entity = input == null ? null : input.next();
            if (entity != null || !inputs.hasNext()) {
                return entity;
            }
            input = inputs.next();
        }
    }

    private @Nullable Entity read(Answered answered) throws OperatorException, InterruptedException {
        try {
            return answered.answer().next();
        } catch (JsonFault e) {
            String reason = context.redactor().redact(String.valueOf(e.getMessage()), SHOWN);
            throw caller.failure(
                    answered.request(),
                    " answered " + answered.answer().shownType() + " that is not JSON, line " + e.line() + ", column "
                            + e.column() + ": " + reason,
                    e);
        } catch (OperatorException e) {
            throw caller.failure(answered.request(), " " + e.getMessage(), e);
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    private void warnAboutText(Answered answered) {
        if (jsonWanted && !warned && answered.answer().isText()) {
            warned = true;
            context.report()
                    .warning(answered.request() + " answered "
                            + answered.answer().shownType()
                            + " instead of JSON; each such answer is one entity with the path body");
        }
    }
}
