package dev.tokenport.sparql;

import static dev.tokenport.sparql.Ran.number;
import static dev.tokenport.sparql.Ran.rows;
import static dev.tokenport.sparql.Ran.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Reject;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Queries to a real server. */
final class FusekiQueryTest {

    private static final String TERMS = """
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            SELECT ?iri ?text ?german ?integer ?decimal ?double ?odd ?yes ?date ?unbound {
              VALUES (?iri ?text ?german ?integer ?decimal ?double ?odd ?yes ?date) {
                (<http://example.org/ü> "a\\"b" "Straße"@de 5 1.50 1e0 "+7"^^xsd:integer true "2026-01-01"^^xsd:date)
              }
              OPTIONAL { ?unbound a <urn:nothing> }
            }
            """;

    @TempDir
    Path folder;

    private final Fuseki fuseki = Fuseki.running();

    @BeforeEach
    void reset() {
        fuseki.reset();
    }

    @ParameterizedTest
    @EnumSource(QueryMethod.class)
    void select_termsOfAllKinds_areValues(QueryMethod method) throws Exception {
        List<Entity> entities = query(TERMS, "method", method.name().toLowerCase(java.util.Locale.ROOT))
                .query(context());

        assertThat(entities)
                .containsExactly(new Entity(
                        "",
                        Schema.of(
                                "", "iri", "text", "german", "integer", "decimal", "double", "odd", "yes", "date",
                                "unbound"),
                        List.of(
                                List.of(Value.of("http://example.org/ü")),
                                List.of(Value.of("a\"b")),
                                List.of(Value.of("Straße")),
                                List.of(number("5")),
                                List.of(number("1.50")),
                                List.of(number("1e0")),
                                List.of(Value.of("+7")),
                                List.of(new Value.Text("true", JsonType.BOOLEAN)),
                                List.of(Value.of("2026-01-01")),
                                List.of())));
    }

    @Test
    void select_termsAsRdf_areJson() throws Exception {
        List<Entity> entities = query("SELECT * { VALUES (?a ?b) { (<urn:a> \"Straße\"@de) } }", "terms", "rdf")
                .query(context());

        assertThat(texts(entities, "a")).containsExactly("{\"type\":\"uri\",\"value\":\"urn:a\"}");
        assertThat(texts(entities, "b"))
                .containsExactly("{\"type\":\"literal\",\"xml:lang\":\"de\",\"value\":\"Straße\"}");
    }

    @Test
    void ask_graphs_areThoseOfTheParameters() throws Exception {
        update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } GRAPH <urn:h> { <urn:s> <urn:p> 2 } }");

        assertThat(texts(query("ASK { <urn:s> <urn:p> 1 }").query(context()), "boolean"))
                .containsExactly("false");
        assertThat(texts(
                        query("ASK { <urn:s> <urn:p> 1, 2 }", "default_graphs", "urn:g urn:h")
                                .query(context()),
                        "boolean"))
                .containsExactly("true");
        assertThat(texts(
                        query("SELECT ?g { GRAPH ?g { ?s ?p ?o } }", "named_graphs", "urn:h", "method", "get")
                                .query(context()),
                        "g"))
                .containsExactly("urn:h");
    }

    @Test
    void select_largeResult_isThereWhole() throws Exception {
        update("INSERT DATA { "
                + String.join(
                        " ",
                        IntStream.range(0, 300)
                                .mapToObj(i -> "<urn:s" + i + "> <urn:p> " + i + " .")
                                .toList())
                + " }");

        List<Entity> entities = query("SELECT ?a ?b { ?s <urn:p> ?a . ?t <urn:p> ?b } ORDER BY ?a ?b")
                .query(context());

        assertThat(entities).hasSize(90_000);
        assertThat(entities.get(89_999).values()).containsExactly(List.of(number("299")), List.of(number("299")));
    }

    @Test
    void template_entities_areAskedInOrderWhateverRunsInParallel() throws Exception {
        String[] ids = IntStream.range(0, 40).mapToObj(Integer::toString).toArray(String[]::new);

        List<Entity> entities = query(
                        "SELECT ?x { VALUES ?x { {{ id }} <urn:x:{{ id }}> } }",
                        "parallel",
                        "8",
                        "carry",
                        "id",
                        "carry_prefix",
                        "in_")
                .query(context(), rows("id", ids));

        assertThat(texts(entities, "x"))
                .isEqualTo(IntStream.range(0, 40)
                        .boxed()
                        .flatMap(i -> List.of("" + i, "urn:x:" + i).stream())
                        .toList());
        assertThat(entities.get(3))
                .isEqualTo(Entity.of("", Schema.of("", "x", "in_id"), List.of(Value.of("urn:x:1"), Value.of("1"))));
    }

    @Test
    void query_faulty_isGivenUpWhereWished() throws Exception {
        var context = context();

        List<Entity> entities = query("SELECT ?x { VALUES ?x { <{{ iri }}> } {{ rest | raw }} }", "on_error", "skip")
                .query(
                        context,
                        rows(
                                Schema.of("", "iri", "rest"),
                                List.of(
                                        List.of(Value.of("urn:1"), Value.of("")),
                                        List.of(Value.of("urn:2"), Value.of("} oops")),
                                        List.of(Value.of("no iri"), Value.of("")),
                                        List.of(Value.of("urn:4"), Value.of("")))));

        assertThat(texts(entities, "x")).containsExactly("urn:1", "urn:4");
        assertThat(context.rejects())
                .extracting(Reject::reason)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("POST " + fuseki.queries() + " answered 400: ")
                                .contains("oops"),
                        second -> assertThat(second)
                                .isEqualTo(
                                        "sparql_query has a value directly behind '<' that is no absolute IRI; if '<' means"
                                                + " \"less than\", put a blank behind it, line 1"));
        assertThat(context.rejects().get(1).entity().flatMap(entity -> entity.first("iri")))
                .contains(Value.of("no iri"));
    }

    @Test
    void token_expired_isRenewedOnce() throws Exception {
        fuseki.tokens().expire("first-token");
        fuseki.tokens().accept("next");
        var context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("next")));

        List<Entity> entities = query("ASK {}").query(context, rows("id", "1", "2"));

        assertThat(texts(entities, "boolean")).containsExactly("true", "true");
        assertThat(fuseki.tokens().answers()).containsExactly(401, 200, 200);
    }

    @Test
    void token_expiredForGood_isAnErrorThatSaysSo() {
        fuseki.tokens().expire("first-token");

        assertThatThrownBy(() -> query("ASK {}", "on_error", "skip").query(context()))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "POST " + fuseki.queries() + " answered 401 (invalid_token); the token could not be renewed,"
                                + " since it did not come straight from a task that can renew it");
    }

    private TestContext context() {
        return TestContext.in(folder);
    }

    private Ran query(String query, String... more) {
        var parameters = new java.util.ArrayList<>(List.of("sparql_endpoint", fuseki.queries(), "sparql_query", query));
        parameters.addAll(List.of(more));
        return Ran.with(parameters.toArray(String[]::new)).token("first-token");
    }

    private void update(String update) throws Exception {
        Ran.with("sparql_endpoint", fuseki.updates(), "sparql_update", update)
                .token("first-token")
                .update(context());
        fuseki.tokens().reset();
    }
}
