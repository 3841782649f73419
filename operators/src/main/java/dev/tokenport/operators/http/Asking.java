package dev.tokenport.operators.http;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operators.http.answer.AnswerEntities;
import dev.tokenport.operators.http.answer.Answers;
import dev.tokenport.operators.http.file.Download;
import dev.tokenport.operators.http.file.Downloads;
import dev.tokenport.operators.http.paging.Pages;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.PerEntity;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What an HTTP request does for an entity. Thread-safe. */
final class Asking implements PerEntity.NumberedWork {

    private final HttpRequestParameters parameters;
    private final RunContext context;
    private final Caller caller;
    private final RequestPlan plan;
    private final Answers answers;
    private final Downloads downloads;

    Asking(HttpRequestParameters parameters, Caller caller, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.context = context;
        this.caller = caller;
        this.plan = new RequestPlan(parameters, context);
        boolean json = parameters.accepted().toLowerCase(Locale.ROOT).contains("json");
        this.answers = new Answers(parameters.answer(), parameters.paging().kept(), json, caller, context);
        this.downloads = new Downloads(parameters.answer().answerFile(), context);
    }

    @Override
    public Entities answers(Optional<Entity> input, long number) throws OperatorException, InterruptedException {
        Entity entity = input.orElse(null);
        URI home = plan.target(entity);
        if (parameters.answer().toFile()) {
            return downloaded(entity, home, key(number, 0));
        }
        var page = new AtomicLong();
        return new Pages(
                parameters.paging(), home, url -> page(entity, home, url, key(number, page.getAndIncrement())));
    }

    private Optional<IdempotencyKey> key(long entity, long page) {
        return parameters.idempotencyKey() ? Optional.of(IdempotencyKey.of(context, entity, page)) : Optional.empty();
    }

    private AnswerEntities page(@Nullable Entity entity, URI home, URI url, Optional<IdempotencyKey> key)
            throws OperatorException, InterruptedException {
        return answers.of(caller.ask(new EntityCall(parameters, plan, new Subject(entity, key), home, url, null)));
    }

    private Entities downloaded(@Nullable Entity entity, URI home, Optional<IdempotencyKey> key)
            throws OperatorException, InterruptedException {
        try (Download download = downloads.of(entity)) {
            Answered answered =
                    caller.ask(new EntityCall(parameters, plan, new Subject(entity, key), home, home, download));
            try (answered) {
                Entity written = download.finish(answered.response());
                return Entities.of(written.schema(), List.of(written));
            } catch (IOException e) {
                throw caller.failure(answered.request(), e);
            }
        }
    }
}
