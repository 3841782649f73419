package dev.tokenport.operators.http;

import dev.tokenport.http.Request;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Call;
import dev.tokenport.service.Caller;
import dev.tokenport.service.PerEntity;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an HTTP request does for an entity. Thread-safe. */
final class Asking implements PerEntity.Work {

    private final HttpRequestParameters parameters;
    private final Caller caller;
    private final RunContext context;
    private final RequestPlan plan;
    private final boolean jsonWanted;
    private final AtomicBoolean warned = new AtomicBoolean();

    Asking(HttpRequestParameters parameters, Caller caller, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.caller = caller;
        this.context = context;
        this.plan = new RequestPlan(parameters, context.redactor());
        this.jsonWanted = parameters.accept().toLowerCase(Locale.ROOT).contains("json");
    }

    @Override
    public Entities answers(Optional<Entity> entity) throws OperatorException, InterruptedException {
        Answered answered = caller.ask(new Call() {
            @Override
            public Request request() throws OperatorException {
                return plan.request(entity.orElse(null));
            }

            @Override
            public boolean repeatable() {
                return parameters.method().repeatable();
            }
        });
        try {
            Answer answer = Answer.of(answered.response(), parameters.maxBody());
            warnAboutText(answered, answer);
            return new AnswerEntities(answered, answer, caller, context.redactor());
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    private void warnAboutText(Answered answered, Answer answer) {
        if (jsonWanted && answer.isText() && warned.compareAndSet(false, true)) {
            context.report()
                    .warning(answered.request() + " answered " + answer.shownType()
                            + " instead of JSON; each such answer is one entity with the path body");
        }
    }
}
