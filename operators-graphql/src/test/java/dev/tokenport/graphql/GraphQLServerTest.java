package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The operator and a real GraphQL server. */
final class GraphQLServerTest extends GraphQLCase {

    private static final String ECHO = "{ echo(text: {{ v }}) { text } }";

    private final GraphQLServer server = GraphQLServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void query_withVariables_givesItsObjects() throws Exception {
        server.accept("good");

        List<Entity> entities = ask(
                asked("query Q($c: ID!, $n: Int!) { orders(customer: $c, count: $n) { id customer total } }")
                        .variables("{\"c\": \"{{ id }}\", \"n\": 2}")
                        .token(Secret.of("good")),
                rows("id", "A\"7"));

        var schema = Schema.of("", "id", "customer", "total");
        assertThat(entities)
                .containsExactly(
                        Entity.of("", schema, List.of(Value.of("1"), Value.of("A\"7"), number("12.5"))),
                        Entity.of("", schema, List.of(Value.of("2"), Value.of("A\"7"), number("12.5"))));
        assertThat(server.presented()).containsExactly("Bearer good");
    }

    @Test
    void query_introspection_works() throws Exception {
        List<Entity> entities = ask(asked("{ __schema { types { name } } }").records("/__schema/types"));

        assertThat(entities).contains(row("name", Value.of("Order")), row("name", Value.of("Mutation")));
    }

    @Test
    void query_partialErrors_usesTheDataAndWarns() throws Exception {
        var context = context();

        List<Entity> entities = ask(asked("{ orders { id note } }"), context);

        var schema = Schema.of("", "id", "note");
        assertThat(entities)
                .containsExactly(
                        Entity.of("", schema, List.of(Value.of("1"), Value.of("fine"))),
                        Entity.of("", schema, List.of(Value.of("2"), json("null"))));
        assertThat(context.warnings())
                .containsExactly("POST " + server.url() + " answered an error: orders.1.note: Exception while fetching"
                        + " data (/orders[1]/note) : the note of order 2 is lost; the data beside is used");
        assertThat(context.facts()).containsEntry("errors", "1");
    }

    @Test
    void query_theServerFindsInvalid_saysWhy() {
        assertThatThrownBy(() -> ask(asked("{ ordrs { id } }")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + server.url() + " answered an error: Validation error (FieldUndefined@[ordrs]) :"
                        + " Field 'ordrs' in type 'Query' is undefined");
    }

    @Test
    void mutation_perEntity_isSentOnceEachAndCarried() throws Exception {
        List<Entity> entities = ask(
                asked("mutation ($id: ID!) { pay(id: $id) { id } }")
                        .variables("{\"id\": {{ id }}}")
                        .carrying("*", "paid_"),
                rows("id", "a", "b"));

        assertThat(server.paid()).containsExactly("a", "b");
        assertThat(entities)
                .containsExactly(
                        Entity.of("", Schema.of("", "id", "paid_id"), List.of(Value.of("a"), Value.of("a"))),
                        Entity.of("", Schema.of("", "id", "paid_id"), List.of(Value.of("b"), Value.of("b"))));
    }

    @Test
    void entity_thatTheServerRefuses_isGivenUpWithTheReason() throws Exception {
        var context = context();

        List<Entity> entities = ask(
                asked("query ($id: ID!) { order(id: $id) { id } }")
                        .variables("{\"id\": {{ id }}}")
                        .skipping(),
                context,
                rows("id", "1", "forbidden", "none", "4"));

        assertThat(entities).containsExactly(row("id", Value.of("1")), row("id", Value.of("4")));
        assertThat(context.rejects()).hasSize(1);
        assertThat(context.rejects().get(0).entity()).contains(row("id", Value.of("forbidden")));
        assertThat(context.rejects().get(0).reason())
                .isEqualTo(
                        "POST " + server.url() + " answered an error: order: Exception while fetching data (/order) :"
                                + " order forbidden is not yours");
        assertThat(context.facts()).containsEntry("errors", "1");
    }

    @Test
    void entities_inParallel_areAnsweredInOrder() throws Exception {
        String[] ids = IntStream.range(0, 200).mapToObj(Integer::toString).toArray(String[]::new);

        List<Entity> entities = ask(
                asked("query ($id: ID!) { order(id: $id) { id } }")
                        .variables("{\"id\": {{ id }}}")
                        .parallel(16),
                rows("id", ids));

        assertThat(entities)
                .isEqualTo(
                        List.of(ids).stream().map(id -> row("id", Value.of(id))).toList());
    }

    @Test
    void answer_large_isStreamed() throws Exception {
        List<Entity> entities = ask(asked("{ orders(count: 20000) { id total } }"));

        assertThat(entities).hasSize(20_000);
        assertThat(entities.get(19_999).first("id")).contains(Value.of("20000"));
    }

    @Test
    void token_refused_isRenewedOnce() throws Exception {
        server.accept("new");
        List<String> renewed = new ArrayList<>();
        var context = context().withRenewal((parameter, refused) -> {
            renewed.add(parameter);
            return Optional.of(Secret.of("new"));
        });

        List<Entity> entities = ask(asked(ORDERS).token(Secret.of("old")), context, rows("id", "1", "2"));

        assertThat(entities).hasSize(4);
        assertThat(renewed).containsExactly("oauth_access_token");
        assertThat(server.presented()).containsExactly("Bearer old", "Bearer new", "Bearer new");
    }

    @Test
    void token_refusedForGood_endsTheTaskWithoutShowingIt() {
        server.accept("new");

        assertThatThrownBy(() -> ask(asked(ORDERS).token(Secret.of("old-t0ken")).skipping()))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("POST " + server.url() + " answered 401 (invalid_token)")
                .hasMessageNotContaining("old-t0ken");
    }

    @Test
    void template_hostileValues_reachTheServerAsTheyAre() throws Exception {
        String[] hostile = {
            "",
            "\"",
            "\") { text } orders { id } evil: echo(text: \"",
            "\"\"\"",
            "\\",
            "a\nb\r\n",
            "# }",
            "😀",
            "{{ v }}"
        };

        List<Entity> literals = ask(asked(ECHO), rows("v", hostile));
        List<Entity> strings = ask(asked("{ echo(text: \"{{ v }}\") { text } }"), rows("v", hostile));
        List<Entity> variables = ask(
                asked("query ($v: String) { echo(text: $v) { text } }").variables("{\"v\": {{ v }}}"),
                rows("v", hostile));

        List<Entity> expected = List.of(hostile).stream()
                .map(text -> row("text", Value.of(text)))
                .toList();
        assertThat(literals).isEqualTo(expected);
        assertThat(strings).isEqualTo(expected);
        assertThat(variables).isEqualTo(expected);
    }

    @Test
    void template_typedValues_areLiteralsOfTheirType() throws Exception {
        var schema = Schema.of("", "list", "input");
        Entities inputs = Entities.of(
                schema, List.of(Entity.of("", schema, List.of(json("[1,2]"), json("{\"name\":\"x\\\"y\"}")))));

        List<Entity> entities = ask(asked("{ echo(list: {{ list }}, input: {{ input }}) { list name } }"), inputs);

        assertThat(entities)
                .containsExactly(
                        Entity.of("", Schema.of("", "list", "name"), List.of(json("[1,2]"), Value.of("x\"y"))));
    }

    private Asked asked(String query) {
        return Asked.of(server.url(), query);
    }
}
