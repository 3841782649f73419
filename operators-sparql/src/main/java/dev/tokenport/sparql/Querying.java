package dev.tokenport.sparql;

import dev.tokenport.http.Request;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.PerEntity;
import dev.tokenport.service.template.Template;
import dev.tokenport.sparql.text.SparqlTemplate;
import dev.tokenport.sparql.text.SparqlText;
import java.util.Optional;
import java.util.stream.Stream;

/** What a SPARQL query asks for an entity. Thread-safe. */
final class Querying implements PerEntity.Work {

    /** The parameter with the query. */
    static final String PARAMETER = "sparql_query";

    private final SparqlQueryParameters parameters;
    private final Caller caller;
    private final RunContext context;
    private final SparqlTemplate template;
    private final Endpoint endpoint;

    Querying(SparqlQueryParameters parameters, Caller caller, RunContext context) throws OperatorException {
        this.parameters = parameters;
        this.caller = caller;
        this.context = context;
        this.template = SparqlTemplate.of(PARAMETER, parameters.query(), context.redactor());
        this.endpoint = new Endpoint(
                parameters.endpoint(),
                Solutions.RESULTS_JSON,
                Stream.concat(
                                Graphs.fields("default-graph-uri", parameters.defaultGraphs()),
                                Graphs.fields("named-graph-uri", parameters.namedGraphs()))
                        .toList());
    }

    @Override
    public Entities answers(Optional<Entity> entity) throws OperatorException, InterruptedException {
        String query = template.text(entity);
        check(query);
        Answered answered = caller.ask(() -> request(query));
        return Solutions.of(answered, parameters.terms(), caller, context.redactor());
    }

    private Request request(String query) {
        var field = new Endpoint.Field("query", query);
        return switch (parameters.method()) {
            case POST -> endpoint.form(field);
            case POST_DIRECT -> endpoint.direct("application/sparql-query", query);
            case GET -> endpoint.get(field);
        };
    }

    /**
     * Checks a query before there is an entity for it; what a template becomes is checked later.
     *
     * @throws OperatorException if the task cannot ask it
     */
    static void checkBefore(String query) throws OperatorException {
        Template.of(PARAMETER, query);
        if (!Template.isTemplate(query)) {
            check(query);
        }
    }

    private static void check(String query) throws EntityException {
        String keyword = SparqlText.keyword(query);
        switch (keyword) {
            case "" -> throw new EntityException(PARAMETER + " has no query in it");
            case "CONSTRUCT", "DESCRIBE" ->
                throw new EntityException(PARAMETER + " is a " + keyword
                        + ", which gives RDF rather than solutions; use SELECT, or http-request for RDF");
            case "INSERT", "DELETE", "WITH", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD" ->
                throw new EntityException(
                        PARAMETER + " begins with " + keyword + ", which is an update; use sparql-update");
            default -> {
                // SELECT, ASK, or what only the endpoint understands.
            }
        }
    }
}
