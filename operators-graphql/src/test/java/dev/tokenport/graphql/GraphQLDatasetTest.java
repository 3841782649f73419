package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.testkit.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the answers become with a dataset. */
final class GraphQLDatasetTest extends ScriptedCase {

    @Test
    void dataset_oneAnswer_isAnArrayWithItsData() throws Exception {
        server.answer(Answer.json(
                200,
                "{\"extensions\":{\"x\":1},\"data\":{ \"a\" : {\"b\":[1.50,{\"c\":\"\\\"\\u00e9\"}],\"d\":null}}}"));
        var context = context();

        assertThat(ask(asked("{ a { b d } }").dataset("answers.json"), context)).isEmpty();

        assertThat(folder.resolve("answers.json"))
                .hasContent("[\n{\"a\":{\"b\":[1.50,{\"c\":\"\\\"é\"}],\"d\":null}}\n]\n");
        assertThat(context.facts()).containsEntry("file", "answers.json").containsEntry("answers", "1");
    }

    @Test
    void dataset_answersThatAreGivenUp_leaveNoTrace() throws Exception {
        String large = "x".repeat(200_000);
        server.answer(
                Answer.json(200, "{\"data\":{\"orders\":[{\"id\":1}]}}"),
                Answer.json(200, "{\"data\":{\"orders\":[{\"id\":\"" + large + "\"},}"),
                Answer.json(200, "{\"data\":{\"orders\":null},\"errors\":[{\"message\":\"bad\"}]}"),
                Answer.json(200, "{\"data\":{\"orders\":[{\"id\":4}]},\"errors\":[{\"message\":\"partial\"}]}"),
                Answer.json(200, "{\"data\":{\"orders\":[{\"id\":\"" + large + "\"},}"));
        var context = context();

        ask(asked(ORDERS).dataset("answers.json").skipping(), context, rows("id", "1", "2", "3", "4", "5"));

        assertThat(folder.resolve("answers.json"))
                .hasContent("[\n{\"orders\":[{\"id\":1}]},\n{\"orders\":[{\"id\":4}]}\n]\n");
        assertThat(context.rejects()).hasSize(3);
        assertThat(context.warnings()).hasSize(1);
        assertThat(context.facts()).containsEntry("answers", "2");
    }

    @Test
    void dataset_severalInParallel_keepTheOrder() throws Exception {
        server.otherwise(request ->
                Answer.json(200, "{\"data\":{\"id\":" + request.body().replaceAll("\\D", "") + "}}"));

        ask(
                asked("query ($i: ID) { id(i: $i) }")
                        .variables("{\"i\": \"{{ i }}\"}")
                        .parallel(4)
                        .dataset("a.json"),
                rows(
                        "i",
                        Stream.iterate(1, i -> i + 1)
                                .limit(30)
                                .map(String::valueOf)
                                .toArray(String[]::new)));

        String expected = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "{\"id\":" + i + "}")
                .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        assertThat(folder.resolve("a.json")).hasContent(expected);
    }

    @Test
    void dataset_noEntity_isAnEmptyArray() throws Exception {
        ask(asked(ORDERS).dataset("answers.json"), rows("id"));

        assertThat(folder.resolve("answers.json")).hasContent("[]\n");
    }

    @Test
    void dataset_failure_leavesTheOldFileAndNothingElse() throws Exception {
        Files.writeString(folder.resolve("answers.json"), "old");
        server.answer(
                Answer.json(200, "{\"data\":{\"orders\":[{\"id\":1}]}}"),
                Answer.json(200, "{\"errors\":[{\"message\":\"bad\"}]}"));

        assertThatThrownBy(() -> ask(asked(ORDERS).dataset("answers.json"), rows("id", "1", "2")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("POST " + url + " answered an error: bad");

        assertThat(folder.resolve("answers.json")).hasContent("old");
        assertThat(names(folder)).containsExactly("answers.json");
    }

    @Test
    void dataset_whereNoFileCanBe_isNamedBeforeAnythingIsSent() throws Exception {
        Files.createDirectory(folder.resolve("folder"));

        assertThatThrownBy(() -> ask(asked(ORDERS).dataset("none/answers.json")))
                .hasMessage("graphql_dataset 'none/answers.json' is in a folder that does not exist: "
                        + folder.resolve("none") + "; create it first");
        assertThatThrownBy(() -> ask(asked(ORDERS).dataset("folder")))
                .hasMessage("graphql_dataset 'folder' is a folder or a device; only a regular file can be replaced");
        assertThat(server.requests()).isEmpty();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
