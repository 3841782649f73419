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
import org.jspecify.annotations.Nullable;

/** What an HTTP request does for an entity. Thread-safe. */
final class Asking implements PerEntity.Work {

    private final HttpRequestParameters parameters;
    private final Caller caller;
    private final RequestPlan plan;
    private final Answers answers;
    private final Downloads downloads;

    Asking(HttpRequestParameters parameters, Caller caller, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.caller = caller;
        this.plan = new RequestPlan(parameters, context);
        boolean json = parameters.accepted().toLowerCase(Locale.ROOT).contains("json");
        this.answers = new Answers(parameters.answer(), parameters.paging().kept(), json, caller, context);
        this.downloads = new Downloads(parameters.answer().answerFile(), context);
    }

    @Override
    public Entities answers(Optional<Entity> input) throws OperatorException, InterruptedException {
        Entity entity = input.orElse(null);
        URI home = plan.target(entity);
        if (parameters.answer().toFile()) {
            return downloaded(entity, home);
        }
        return new Pages(parameters.paging(), home, url -> page(entity, home, url));
    }

    private AnswerEntities page(@Nullable Entity entity, URI home, URI url)
            throws OperatorException, InterruptedException {
        return answers.of(caller.ask(new EntityCall(parameters, plan, entity, home, url, null)));
    }

    private Entities downloaded(@Nullable Entity entity, URI home) throws OperatorException, InterruptedException {
        try (Download download = downloads.of(entity)) {
            Answered answered = caller.ask(new EntityCall(parameters, plan, entity, home, home, download));
            try (answered) {
                Entity written = download.finish(answered.response());
                return Entities.of(written.schema(), List.of(written));
            } catch (IOException e) {
                throw caller.failure(answered.request(), e);
            }
        }
    }
}
