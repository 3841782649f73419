package dev.tokenport.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.json.JsonPointer;
import dev.tokenport.service.json.JsonText;
import dev.tokenport.service.template.Template;
import dev.tokenport.service.template.ValueWriter;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
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
    private final Optional<JsonPointer> records;
    private final Template query;
    private final Template variables;
    private final Optional<Operation> operation;

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
        this.records = Optional.of(parameters.records())
                .filter(pointer -> !pointer.isEmpty())
                .map(pointer -> JsonPointer.of(GraphQLParameters.RECORDS, pointer));
        this.query = Template.of(GraphQLParameters.QUERY, parameters.query());
        this.variables = Template.of(GraphQLParameters.VARIABLES, parameters.variableValues());
        this.operation =
                Template.isTemplate(parameters.query()) ? Optional.empty() : Optional.of(operation(parameters.query()));
        if (operation.isPresent() && !Template.isTemplate(parameters.variableValues())) {
            check(operation.get(), parameters.variableValues());
        }
    }

    /**
     * The request for an entity.
     *
     * @param entity what its templates see; null without an input
     * @throws EntityException if there is none for this entity
     */
    Planned planned(@Nullable Entity entity) throws EntityException {
        String document = document(entity);
        String values = variables.text(entity, redactor, ValueWriter.json());
        Operation asked = operation.isPresent() ? operation.get() : operation(document);
        check(asked, values);
        var body = new StringBuilder("{\"query\":");
        JsonText.appendString(body, document);
        if (!parameters.operationName().isBlank()) {
            JsonText.appendString(
                    body.append(",\"operationName\":"),
                    parameters.operationName().strip());
        }
        body.append(",\"variables\":").append(values.isBlank() ? "{}" : values).append('}');
        URI url = URI.create(parameters.url().strip());
        return new Planned(new Request("POST", url, HEADERS, body.toString().getBytes(UTF_8)), asked);
    }

    private String document(@Nullable Entity entity) throws EntityException {
        var writer = new QueryWriter();
        String document = query.text(entity, redactor, writer);
        try {
            writer.look(document);
        } catch (IllegalArgumentException e) {
            throw new EntityException(GraphQLParameters.QUERY + " " + e.getMessage(), e);
        }
        return document;
    }

    private Operation operation(String document) throws EntityException {
        try {
            return QueryDocument.of(document)
                    .operation(parameters.operationName().strip(), records);
        } catch (EntityException e) {
            throw new EntityException(redactor.redact(String.valueOf(e.getMessage())), e);
        }
    }

    private void check(Operation asked, String values) throws EntityException {
        Set<String> given = VariableValues.names(values, redactor);
        for (String variable : asked.variables()) {
            if (!given.contains(variable)) {
                throw new EntityException(
                        GraphQLParameters.VARIABLES + " has no value for '" + variable + "', which the query needs");
            }
        }
    }
}
