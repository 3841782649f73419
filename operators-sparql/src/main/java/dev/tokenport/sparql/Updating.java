package dev.tokenport.sparql;

import dev.tokenport.http.Request;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Call;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.PerEntity;
import dev.tokenport.service.template.Template;
import dev.tokenport.sparql.text.SparqlTemplate;
import dev.tokenport.sparql.text.SparqlText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a SPARQL update does for a batch of entities: one request for all of them. Thread-safe. */
final class Updating implements PerEntity.BatchWork {

    /** The parameter with the update. */
    static final String PARAMETER = "sparql_update";

    private static final Schema SCHEMA = Schema.of("", "status");

    private final SparqlUpdateParameters parameters;
    private final Caller caller;
    private final SparqlTemplate template;
    private final Endpoint endpoint;

    /**
     * The update of one entity.
     *
     * @param text what to send, empty if there is nothing to do
     * @param fault why it is not sent, {@code null} if it is
     */
    private record Update(String text, @Nullable EntityException fault) {}

    Updating(SparqlUpdateParameters parameters, Caller caller, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.caller = caller;
        this.template = SparqlTemplate.of(PARAMETER, parameters.update(), context.redactor());
        this.endpoint = new Endpoint(
                parameters.endpoint(),
                "",
                Stream.concat(
                                Graphs.fields("using-graph-uri", parameters.usingGraphs()),
                                Graphs.fields("using-named-graph-uri", parameters.usingNamedGraphs()))
                        .toList());
    }

    @Override
    public List<Entities> answers(List<Entity> entities) throws OperatorException, InterruptedException {
        List<Update> updates = new ArrayList<>();
        for (Entity entity : entities) {
            updates.add(update(Optional.of(entity)));
        }
        if (entities.isEmpty()) {
            updates.add(update(Optional.empty()));
        }
        List<String> texts = updates.stream()
                .map(Update::text)
                .filter(text -> !text.isEmpty())
                .toList();
        Supplier<Entities> sent = texts.isEmpty() ? Updating::nothing : sent(texts);
        List<Entities> answers = new ArrayList<>();
        for (Update update : updates) {
            if (update.fault != null) {
                answers.add(new GivenUp(update.fault));
            } else {
                answers.add(update.text.isEmpty() ? nothing() : sent.get());
            }
        }
        return answers;
    }

    private Update update(Optional<Entity> entity) {
        try {
            String text = template.text(entity);
            return new Update(isNothing(text) ? "" : text, null);
        } catch (EntityException e) {
            return new Update("", e);
        }
    }

    /** Whether there is nothing to do: no more than a prologue. */
    private static boolean isNothing(String update) throws EntityException {
        String keyword = SparqlText.keyword(update);
        return switch (keyword) {
            case "SELECT", "ASK", "CONSTRUCT", "DESCRIBE" ->
                throw new EntityException(
                        PARAMETER + " begins with " + keyword + ", which is a query; use sparql-query");
            default -> keyword.isEmpty();
        };
    }

    /**
     * Checks an update before there is an entity for it; what a template becomes is checked later.
     *
     * @throws OperatorException if the task cannot send it
     */
    static void checkBefore(String update) throws OperatorException {
        Template.of(PARAMETER, update);
        if (!Template.isTemplate(update)) {
            isNothing(update);
        }
    }

    /** Sends updates, and gives what comes of it for each of their entities. */
    private Supplier<Entities> sent(List<String> updates) throws OperatorException, InterruptedException {
        try {
            List<Entity> answer = List.of(answer(SparqlText.joined(updates)));
            return () -> Entities.of(SCHEMA, answer);
        } catch (EntityException e) {
            var failure = updates.size() == 1
                    ? e
                    : new EntityException(e.getMessage() + " (a batch of " + updates.size() + " updates)", e);
            return () -> new GivenUp(failure);
        }
    }

    private Entity answer(String update) throws OperatorException, InterruptedException {
        Answered answered = caller.ask(new Call() {
            @Override
            public Request request() {
                return parameters.method() == UpdateMethod.POST
                        ? endpoint.form(new Endpoint.Field("update", update))
                        : endpoint.direct("application/sparql-update", update);
            }

            @Override
            public boolean repeatable() {
                return parameters.repeatable();
            }
        });
        try (answered) {
            String status = Integer.toString(answered.response().status());
            return Entity.of("", SCHEMA, List.of(new Value.Text(status, JsonType.NUMBER)));
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    private static Entities nothing() {
        return Entities.of(SCHEMA, List.of());
    }
}
