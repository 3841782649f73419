package dev.tokenport.sparql;

import static dev.tokenport.sparql.Ran.number;
import static dev.tokenport.sparql.Ran.rows;
import static dev.tokenport.sparql.Ran.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Reject;
import dev.tokenport.testkit.TestContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Updates of a real server. */
final class FusekiUpdateTest {

    private static final String INSERT = """
            PREFIX ex: <http://example.org/>
            INSERT DATA { ex:{{ id }} ex:name {{ name }} } ; # one more
            """;

    private static final Schema PEOPLE = Schema.of("", "id", "name");

    @TempDir
    Path folder;

    private final Fuseki fuseki = Fuseki.running();

    @BeforeEach
    void reset() {
        fuseki.reset();
    }

    @ParameterizedTest
    @EnumSource(UpdateMethod.class)
    void update_perEntity_isDoneAndGivesItsStatus(UpdateMethod method) throws Exception {
        List<Entity> entities = update(
                        INSERT, "carry", "id", "method", method.name().toLowerCase(Locale.ROOT))
                .update(context(), people(2));

        assertThat(texts(entities, "id")).containsExactly("0", "1");
        assertThat(entities.get(0).first("status").orElseThrow()).isIn(number("200"), number("204"));
        assertThat(fuseki.tokens().answers()).hasSize(2);
        assertThat(names()).containsExactly("name 0", "name 1");
    }

    @Test
    void update_batches_areOneRequestEach() throws Exception {
        List<Entity> entities =
                update(INSERT, "batch_size", "10", "carry", "id").update(context(), people(25));

        assertThat(texts(entities, "id"))
                .isEqualTo(IntStream.range(0, 25).mapToObj(Integer::toString).toList());
        assertThat(fuseki.tokens().answers()).hasSize(3);
        assertThat(names()).hasSize(25);
    }

    @Test
    void update_largeBatchesSideBySide_areAllDone() throws Exception {
        List<Entity> entities =
                update(INSERT, "batch_size", "1000", "parallel", "4").update(context(), people(10_000));

        assertThat(entities).hasSize(10_000);
        assertThat(fuseki.tokens().answers()).hasSize(10);
        assertThat(count()).isEqualTo("10000");
    }

    @Test
    void update_withoutInput_isOneRequest() throws Exception {
        assertThat(update("INSERT DATA { <urn:a> <urn:p> 1 } ; INSERT DATA { <urn:b> <urn:p> 2 }")
                        .update(context()))
                .hasSize(1);

        assertThat(count()).isEqualTo("2");
    }

    @Test
    void update_usingGraphs_readsThem() throws Exception {
        update("INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> 1 } GRAPH <urn:h> { <urn:s> <urn:p> 2 } }")
                .update(context());

        update("INSERT { ?s <urn:q> ?o } WHERE { ?s ?p ?o }", "using_graphs", "urn:g")
                .update(context());
        update(
                        "INSERT { ?g <urn:r> ?o } WHERE { GRAPH ?g { ?s ?p ?o } }",
                        "using_named_graphs",
                        "urn:h",
                        "method",
                        "post")
                .update(context());

        assertThat(texts(query("SELECT ?o { { ?s <urn:q> ?o } UNION { <urn:h> <urn:r> ?o } } ORDER BY ?o"), "o"))
                .containsExactly("1", "2");
    }

    @Test
    void update_batchThatIsRefused_isGivenUpAsAWhole() throws Exception {
        var context = context();
        Entities input = rows(
                PEOPLE,
                List.of(
                        List.of(Value.of("1"), Value.of("a")),
                        List.of(Value.of("2"), Value.of("no name")),
                        List.of(Value.of("3"), Value.of("c")),
                        List.of(Value.of("4"), Value.of("d"))));

        List<Entity> entities = update(
                        "INSERT DATA { <urn:{{ id }}> <urn:name> {{ name | raw }} }",
                        "batch_size",
                        "3",
                        "on_error",
                        "skip",
                        "carry",
                        "id")
                .update(context, quoted(input));

        assertThat(texts(entities, "id")).containsExactly("4");
        assertThat(context.rejects())
                .hasSize(3)
                .extracting(Reject::reason)
                .allSatisfy(reason -> assertThat(reason)
                        .startsWith("POST " + fuseki.updates() + " answered 400: ")
                        .endsWith(" (a batch of 3 updates)"));
        assertThat(names("urn:name")).containsExactly("d");
    }

    @Test
    void update_batchThatIsRefused_endsTheRunOtherwise() {
        assertThatThrownBy(() -> update("INSERT DATA { oops {{ id }} }", "batch_size", "2")
                        .update(context(), people(2)))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("POST " + fuseki.updates() + " answered 400: ")
                .hasMessageEndingWith(" (a batch of 2 updates)");
    }

    @Test
    void update_entityWithAMisplacedValue_isGivenUpAlone() throws Exception {
        var context = context();

        List<Entity> entities = update(
                        "INSERT DATA { <{{ id }}> <urn:name> {{ id }} }",
                        "batch_size",
                        "10",
                        "on_error",
                        "skip",
                        "carry",
                        "*")
                .update(context, rows("id", "urn:1", "oh no", "urn:3"));

        assertThat(texts(entities, "id")).containsExactly("urn:1", "urn:3");
        assertThat(context.rejects()).hasSize(1);
        assertThat(context.rejects().get(0).entity().flatMap(entity -> entity.first("id")))
                .contains(Value.of("oh no"));
        assertThat(names("urn:name")).containsExactly("urn:1", "urn:3");
    }

    @Test
    void update_entityWithNothingToDo_givesNothing() throws Exception {
        String update = "PREFIX ex: <urn:ex:> {% if id != '2' %}INSERT DATA { ex:{{ id }} ex:p 1 }{% endif %} # x";

        List<Entity> entities =
                update(update, "batch_size", "10", "carry", "id").update(context(), rows("id", "1", "2", "3"));

        assertThat(texts(entities, "id")).containsExactly("1", "3");
        assertThat(count()).isEqualTo("2");
        assertThat(update(update).update(context(), rows("id", "2"))).isEmpty();
    }

    @Test
    void token_expired_isRenewedBeforeTheBatchIsSentAgain() throws Exception {
        fuseki.tokens().expire("first-token");
        fuseki.tokens().accept("second-token");
        var context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("second-token")));

        update(INSERT, "batch_size", "2").update(context, people(4));

        assertThat(fuseki.tokens().answers()).hasSize(3).startsWith(401);
        fuseki.tokens().accept("first-token");
        assertThat(names()).hasSize(4);
    }

    /** Puts the names into quotes, all but the one with a blank. */
    private static Entities quoted(Entities input) throws Exception {
        List<List<Value>> rows = new ArrayList<>();
        for (Entity entity = input.next(); entity != null; entity = input.next()) {
            String name = ((Value.Text) entity.first("name").orElseThrow()).text();
            rows.add(List.of(entity.first("id").orElseThrow(), Value.of(name.contains(" ") ? name : '"' + name + '"')));
        }
        return rows(PEOPLE, rows);
    }

    private static Entities people(int count) {
        return rows(
                PEOPLE,
                IntStream.range(0, count)
                        .mapToObj(i -> List.of(Value.of("" + i), Value.of("name " + i)))
                        .toList());
    }

    private List<String> names() throws Exception {
        return names("http://example.org/name");
    }

    private List<String> names(String property) throws Exception {
        return texts(query("SELECT ?name { ?s <" + property + "> ?name } ORDER BY ?name"), "name");
    }

    private String count() throws Exception {
        return texts(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), "n").get(0);
    }

    private List<Entity> query(String query) throws Exception {
        return Ran.with("sparql_endpoint", fuseki.queries(), "sparql_query", query)
                .token("first-token")
                .query(context());
    }

    private Ran update(String update, String... more) {
        List<String> parameters =
                new ArrayList<>(List.of("sparql_endpoint", fuseki.updates(), "sparql_update", update));
        parameters.addAll(List.of(more));
        return Ran.with(parameters.toArray(String[]::new)).token("first-token");
    }

    private TestContext context() {
        return TestContext.in(folder);
    }
}
