package dev.tokenport.sparql;

import static dev.tokenport.sparql.Ran.rows;
import static dev.tokenport.sparql.Ran.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.Reject;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what becomes of answers that no good endpoint gives. */
final class EndpointAnswersTest {

    private static final String RESULTS = "application/sparql-results+json";
    private static final String YES = "{\"head\":{},\"boolean\":true}";

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void query_byDefault_isAFormWithATokenAndAnAcceptedType() throws Exception {
        server.answer(Answer.of(200, RESULTS + ";charset=utf-8", YES));

        query("ASK { ?s ?p \"ü &+=\" }", "default_graphs", " urn:a\n urn:b ", "named_graphs", "urn:c")
                .token("hidden-token")
                .query(context());

        RecordedRequest request = server.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/sparql?repo=x");
        assertThat(request.headers().first("Authorization")).contains("Bearer hidden-token");
        assertThat(request.headers().first("Accept")).contains(RESULTS);
        assertThat(request.headers().first("Content-Type")).contains("application/x-www-form-urlencoded");
        assertThat(request.form())
                .isEqualTo(Map.of(
                        "query", List.of("ASK { ?s ?p \"ü &+=\" }"),
                        "default-graph-uri", List.of("urn:a", "urn:b"),
                        "named-graph-uri", List.of("urn:c")));
    }

    @Test
    void query_direct_isTheBodyAsItIs() throws Exception {
        server.answer(Answer.of(200, RESULTS, YES));

        query("ASK { ?s ?p \"ü\" }", "method", "post_direct", "default_graphs", "http://a/?b=c&d#e")
                .query(context());

        RecordedRequest request = server.request();
        assertThat(request.target()).isEqualTo("/sparql?repo=x&default-graph-uri=http%3A%2F%2Fa%2F%3Fb%3Dc%26d%23e");
        assertThat(request.headers().first("Content-Type")).contains("application/sparql-query");
        assertThat(request.headers().first("Authorization")).isEmpty();
        assertThat(request.body()).isEqualTo("ASK { ?s ?p \"ü\" }");
    }

    @Test
    void query_get_isInTheUrl() throws Exception {
        server.answer(Answer.json(200, YES));

        query("ASK {\n}", "method", "get").query(context());

        assertThat(server.request().method()).isEqualTo("GET");
        assertThat(server.request().target()).isEqualTo("/sparql?repo=x&query=ASK%20%7B%0A%7D");
    }

    @Test
    void update_byDefault_isTheBodyAsItIs() throws Exception {
        server.answer(Answer.status(204));

        List<Entity> entities = update("DROP ALL", "using_graphs", "urn:a", "using_named_graphs", "urn:b")
                .update(context());

        assertThat(texts(entities, "status")).containsExactly("204");
        RecordedRequest request = server.request();
        assertThat(request.target()).isEqualTo("/sparql?repo=x&using-graph-uri=urn%3Aa&using-named-graph-uri=urn%3Ab");
        assertThat(request.headers().first("Content-Type")).contains("application/sparql-update");
        assertThat(request.body()).isEqualTo("DROP ALL");
    }

    @Test
    void update_unavailable_isSentAgainOnlyIfItIsRepeatable() throws Exception {
        server.answer(Answer.of(503, "text/plain", "down"), Answer.status(503), Answer.status(204));

        assertThatThrownBy(() -> update("DROP ALL").update(context()))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("POST " + url("") + " answered 503: down");
        assertThat(server.requests()).hasSize(1);

        assertThat(update("DROP ALL", "repeatable", "true").update(context().withTime(ManualTime.start())))
                .hasSize(1);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void repeatable_followsTheParameters() {
        var nothing = new KnownParameters(Map.of());

        assertThat(new SparqlQuery().repeatable(nothing)).isTrue();
        assertThat(new SparqlUpdate().repeatable(nothing)).isFalse();
        assertThat(new SparqlUpdate().repeatable(new KnownParameters(Map.of("repeatable", "true"))))
                .isTrue();
    }

    @Test
    void query_unavailable_isSentAgain() throws Exception {
        server.answer(Answer.status(503), Answer.hangUp(), Answer.of(200, RESULTS, YES));

        assertThat(query("ASK {}").query(context().withTime(ManualTime.start())))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/html; charset=utf-8 | answered text/html; charset=utf-8 instead of results in JSON; is sparql_endpoint a query endpoint?",
                "application/sparql-results+xml | answered application/sparql-results+xml instead of results in JSON; is sparql_endpoint a query endpoint?",
                "text/turtle | answered text/turtle, which is RDF rather than solutions; use SELECT, or http-request for RDF",
            })
    void answer_ofAnotherType_isAnErrorThatNamesIt(String type, String message) {
        server.answer(Answer.of(200, type, "<html>login</html>"));

        assertThatThrownBy(() -> query("ASK {}").query(context()))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + url("") + " " + message);
    }

    @Test
    void answer_truncated_givesWhatThereWasAndGivesUpTheEntity() throws Exception {
        server.answer(
                Answer.of(200, RESULTS, "{\"results\":{\"bindings\":[{\"a\":{\"type\":\"uri\",\"value\":\"urn:a\"}},{"),
                Answer.of(200, RESULTS, YES));
        var context = context();

        List<Entity> entities = query("ASK {}", "on_error", "skip").query(context, rows("id", "1", "2"));

        assertThat(entities).hasSize(2);
        assertThat(context.rejects())
                .extracting(Reject::reason)
                .containsExactly("POST " + url("") + ": the answer ends in the middle, line 1, column 63");
    }

    @Test
    void answer_refusal_isQuotedWithoutTheToken() {
        server.answer(Answer.of(400, "text/plain", "Parse error: Lexical error at line 1\nfor hidden-token"));

        assertThatThrownBy(() -> query("ASK {").token("hidden-token").query(context()))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + url("") + " answered 400: Parse error: Lexical error at line 1 for ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } | sparql_query is a CONSTRUCT, which gives RDF rather than solutions; use SELECT, or http-request for RDF",
                "PREFIX a: <b> describe a:b | sparql_query is a DESCRIBE, which gives RDF rather than solutions; use SELECT, or http-request for RDF",
                "DROP ALL | sparql_query begins with DROP, which is an update; use sparql-update",
                "BASE <a:b> | sparql_query has no query in it",
            })
    void query_ofAnotherForm_isRefusedBeforeAnythingIsSent(String query, String message) {
        assertThatThrownBy(() -> query(query).query(context()))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void update_thatIsAQuery_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> update("select * {}").update(context()))
                .isInstanceOf(OperatorException.class)
                .hasMessage("sparql_update begins with SELECT, which is a query; use sparql-query");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default_graphs", "named_graphs"})
    void graphs_notAbsolute_areRefused(String parameter) {
        assertThatThrownBy(() -> query("ASK {}", parameter, "urn:a b").bound(SparqlQueryParameters.class))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining(parameter + " 'b' is no absolute IRI, such as https://example.org/graph");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001"})
    void batchSize_outOfBounds_isRefused(String size) {
        assertThatThrownBy(() -> update("DROP ALL", "batch_size", size).bound(SparqlUpdateParameters.class))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("batch_size " + size + " is not between 1 and 10000");
    }

    @Test
    void endpoint_farHttpWithToken_isRefused() {
        assertThatThrownBy(() -> Ran.with("sparql_endpoint", "http://example.org/sparql", "sparql_query", "ASK {}")
                        .token("hidden-token")
                        .bound(SparqlQueryParameters.class))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("is plain http to a far host");
    }

    private Ran query(String query, String... more) {
        return task("sparql_query", query, more);
    }

    private Ran update(String update, String... more) {
        return task("sparql_update", update, more);
    }

    private Ran task(String parameter, String text, String... more) {
        List<String> parameters = new ArrayList<>(List.of("sparql_endpoint", url("?repo=x"), parameter, text));
        parameters.addAll(List.of(more));
        return Ran.with(parameters.toArray(String[]::new));
    }

    private String url(String query) {
        return server.url("/sparql") + query;
    }

    private TestContext context() {
        return TestContext.in(folder);
    }
}
