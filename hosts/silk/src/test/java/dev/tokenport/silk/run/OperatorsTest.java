package dev.tokenport.silk.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.graphql.GraphQLQuery;
import dev.tokenport.operators.http.HttpRequest;
import dev.tokenport.silk.entity.Sequences;
import dev.tokenport.sparql.SparqlQuery;
import dev.tokenport.sparql.SparqlUpdate;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.entity.Entity;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.Restriction;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.execution.AbortExecutionException;
import org.silkframework.runtime.iterator.CloseableIterator$;
import org.silkframework.util.Uri;
import scala.Option;
import scala.collection.AbstractIterator;

final class OperatorsTest {

    private final ScriptedServer server = ScriptedServer.start();
    private final Path files;
    private final SilkBench silk;

    OperatorsTest(@TempDir Path files) {
        this.files = files;
        this.silk = new SilkBench(files);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void httpRequest_perEntityOfAnInput_givesTheAnswers() {
        server.otherwise(request -> Answer.json(200, "{\"order\":\"" + request.target() + "\"}"));
        var input = SilkBench.table(List.of("id"), List.of(List.of("6"), List.of("7")));

        var table = silk.execute(
                new HttpRequest(),
                Map.of("url", server.url("/orders/") + "{{ id }}", "oauth_access_token", SilkBench.TOKEN),
                input);

        assertThat(SilkBench.rows(table))
                .containsExactly(Map.of("order", List.of("/orders/6")), Map.of("order", List.of("/orders/7")));
        assertThat(server.requests().get(0).headers().first("Authorization")).contains("Bearer " + SilkBench.TOKEN);
    }

    @Test
    void httpRequest_recordsWithDifferentMembers_haveTheColumnsOfAll() {
        server.answer(Answer.json(200, "[{\"a\":1},{\"b\":\"x\",\"c\":null},{\"a\":2,\"b\":\"y\"}]"));

        var table =
                silk.execute(new HttpRequest(), Map.of("url", server.url("/").toString()));

        assertThat(SilkBench.rows(table))
                .containsExactly(
                        Map.of("a", List.of("1"), "b", List.of(), "c", List.of()),
                        Map.of("a", List.of(), "b", List.of("x"), "c", List.of()),
                        Map.of("a", List.of("2"), "b", List.of("y"), "c", List.of()));
    }

    @Test
    void httpRequest_fileOfTheProject_isWritten() {
        server.answer(Answer.json(200, "[1,2]"));

        var table = silk.execute(
                new HttpRequest(), Map.of("url", server.url("/").toString(), "answer_file", "answer.json"));

        assertThat(SilkBench.rows(table)).hasSize(1);
        assertThat(files.resolve("answer.json")).hasContent("[1,2]");
    }

    @Test
    void graphQL_query_givesTheData() {
        server.answer(Answer.json(200, "{\"data\":{\"orders\":[{\"id\":\"6\"},{\"id\":\"7\"}]}}"));

        var table = silk.execute(
                new GraphQLQuery(),
                Map.of("graphql_url", server.url("/graphql").toString(), "graphql_query", "{ orders { id } }"));

        assertThat(SilkBench.rows(table)).isNotEmpty();
        assertThat(server.request().body()).contains("orders { id }");
    }

    @Test
    void sparqlQuery_select_givesTheSolutions() {
        server.answer(Answer.of(
                200,
                "application/sparql-results+json",
                "{\"head\":{\"vars\":[\"s\"]},\"results\":{\"bindings\":["
                        + "{\"s\":{\"type\":\"uri\",\"value\":\"urn:a\"}},"
                        + "{\"s\":{\"type\":\"literal\",\"value\":\"b\"}}]}}"));

        var table = silk.execute(
                new SparqlQuery(),
                Map.of("sparql_endpoint", server.url("/sparql").toString(), "sparql_query", "SELECT ?s { ?s ?p ?o }"));

        assertThat(SilkBench.rows(table).stream().map(row -> row.get("s")).toList())
                .containsExactly(List.of("urn:a"), List.of("b"));
    }

    @Test
    void sparqlUpdate_thatNobodyTakes_isDone() {
        server.otherwise(request -> Answer.status(204));

        var table = silk.execute(
                new SparqlUpdate(),
                Map.of(
                        "sparql_endpoint",
                        server.url("/update").toString(),
                        "sparql_update",
                        "INSERT DATA { <urn:a> <urn:b> 1 }"));

        assertThat(server.request().body()).contains("INSERT");
        assertThat(table.entitySchema()).isNotNull();
    }

    @Test
    void input_thatFails_isPassedOnAsItIs() {
        var closed = new AtomicBoolean();
        var raised = new AbortExecutionException("In 'orders': no such file", Option.empty());
        var rows = new AbstractIterator<Entity>() {
            @Override
            public boolean hasNext() {
                throw raised;
            }

            @Override
            public Entity next() {
                throw raised;
            }
        };
        var schema =
                new EntitySchema(new Uri(""), Sequences.of(List.of()), Restriction.empty(), UntypedPath.empty(), false);
        var input = SilkBench.table(schema, CloseableIterator$.MODULE$.apply(rows, () -> closed.set(true)));

        assertThatThrownBy(() -> silk.execute(
                        new HttpRequest(), Map.of("url", server.url("/").toString()), input))
                .isSameAs(raised);
        assertThat(closed).isTrue();
    }

    @Test
    void output_ofThousandsOfEntities_isKeptInAFileUntilItIsTaken(@TempDir Path spools) throws Exception {
        silk.settings("spoolFolder = \"" + spools + "\"");
        var json = new StringBuilder("[");
        for (int i = 0; i < 20_000; i++) {
            json.append(i == 0 ? "" : ",").append("{\"number\":").append(i).append('}');
        }
        server.answer(Answer.json(200, json + "]"));

        var table =
                silk.execute(new HttpRequest(), Map.of("url", server.url("/").toString()));
        List<Path> during = listed(spools);
        var rows = SilkBench.rows(table);

        assertThat(during).hasSize(1);
        assertThat(rows).hasSize(20_000);
        assertThat(rows.get(19_999)).containsEntry("number", List.of("19999"));
        assertThat(listed(spools)).isEmpty();
    }

    private static List<Path> listed(Path folder) throws Exception {
        try (var found = Files.list(folder)) {
            return found.toList();
        }
    }
}
