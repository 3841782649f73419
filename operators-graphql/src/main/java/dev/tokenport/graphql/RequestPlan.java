package dev.tokenport.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonText;
import dev.tokenport.service.template.ValueWriter;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests of a task from its parameters (GraphQL over HTTP, §Request), one per entity, without the token, and
 * checks them. Thread-safe.
 */
final class RequestPlan {

    /** The media type of GraphQL's own answers. */
    static final String GRAPHQL = "application/graphql-response+json";

    private static final Headers HEADERS = Headers.none()
            .with("Accept", GRAPHQL + ", application/json;q=0.9")
            .with("Content-Type", "application/json");

    private final GraphQLParameters parameters;
    private final Redactor redactor;
    private final Question question;

    /**
     * A request and what it asks for.
     *
     * @param request the request
     * @param operation what it asks for
     */
    record Planned(Request request, Operation operation) {}

    RequestPlan(GraphQLParameters parameters, Redactor redactor) throws OperatorException {
        this.parameters = parameters;
        this.redactor = redactor;
        this.question = Question.of(
                parameters.query(),
                parameters.variableValues(),
                parameters.operationName(),
                parameters.records(),
                redactor);
    }

    /**
     * The request for an entity.
     *
     * @param entity what its templates see; null without an input
     * @throws EntityException if there is none for this entity
     */
    Planned planned(@Nullable Entity entity) throws EntityException {
        String document = document(entity);
        String values = question.variables().text(entity, redactor, ValueWriter.json());
        Operation asked =
                question.operation().isPresent() ? question.operation().get() : question.operation(document, redactor);
        Question.check(asked, values, redactor);
        var body = new StringBuilder("{\"query\":");
        JsonText.appendString(body, document);
        if (!question.operationName().isEmpty()) {
            JsonText.appendString(body.append(",\"operationName\":"), question.operationName());
        }
        body.append(",\"variables\":").append(values.isBlank() ? "{}" : values).append('}');
        URI url = URI.create(parameters.url().strip());
        return new Planned(new Request("POST", url, HEADERS, body.toString().getBytes(UTF_8)), asked);
    }

    private String document(@Nullable Entity entity) throws EntityException {
        var writer = new QueryWriter();
        String document = question.query().text(entity, redactor, writer);
        try {
            writer.look(document);
        } catch (IllegalArgumentException e) {
            throw new EntityException(GraphQLParameters.QUERY + " " + e.getMessage(), e);
        }
        return document;
    }
}
