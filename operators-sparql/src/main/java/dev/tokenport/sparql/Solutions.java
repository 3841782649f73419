package dev.tokenport.sparql;

import dev.tokenport.http.Response;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.Answered;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.sparql.result.ResultFault;
import dev.tokenport.sparql.result.Results;
import dev.tokenport.sparql.result.Terms;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The solutions of one answer, whose faults name its request. For one thread. */
final class Solutions implements Entities {

    /** The content type of results in JSON. */
    static final String RESULTS_JSON = "application/sparql-results+json";

    private static final int SHOWN = 200;
    private static final Set<String> JSON = Set.of(RESULTS_JSON, "application/json", "text/json", "");
    private static final Set<String> RDF = Set.of(
            "text/turtle",
            "application/n-triples",
            "application/n-quads",
            "application/trig",
            "application/rdf+xml",
            "application/ld+json",
            "text/n3");

    private final Answered answered;
    private final Results results;
    private final Caller caller;
    private final Redactor redactor;

    private Solutions(Answered answered, Results results, Caller caller, Redactor redactor) {
        this.answered = answered;
        this.results = results;
        this.caller = caller;
        this.redactor = redactor;
    }

    /**
     * The solutions of an answer, which is closed together with them.
     *
     * @throws OperatorException if it is no results in JSON by its content type
     */
    static Solutions of(Answered answered, Terms terms, Caller caller, Redactor redactor) throws OperatorException {
        Response response = answered.response();
        String contentType = response.headers().first("Content-Type").orElse("");
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var solutions = new Solutions(answered, new Results(response.body(), terms), caller, redactor);
        if (!JSON.contains(type)) {
            solutions.close();
            String what = RDF.contains(type)
                    ? ", which is RDF rather than solutions; use SELECT, or http-request for RDF"
                    : " instead of results in JSON; is sparql_endpoint a query endpoint?";
            throw new EntityException(redactor.redact(answered.request() + " answered " + contentType, SHOWN) + what);
        }
        return solutions;
    }

    @Override
    public Optional<Schema> schema() {
        return Optional.empty();
    }

    @Override
    public @Nullable Entity next() throws OperatorException, InterruptedException {
        try {
            return results.next();
        } catch (ResultFault e) {
            throw failure(": the answer " + redactor.redact(String.valueOf(e.getMessage()), SHOWN), e);
        } catch (IOException e) {
            throw caller.failure(answered.request(), e);
        }
    }

    @Override
    public void close() throws OperatorException {
        try {
            results.close();
            answered.close();
        } catch (IOException e) {
            throw failure(": the answer cannot be closed: " + e.getMessage(), e);
        }
    }

    private EntityException failure(String what, Throwable cause) {
        return caller.failure(answered.request(), what, cause);
    }
}
