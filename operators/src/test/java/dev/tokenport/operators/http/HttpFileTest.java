package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.testkit.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpFileTest extends HttpRequestCase {

    private static final byte[] PDF = {'%', 'P', 'D', 'F', 0, (byte) 0xff, '\n'};

    @Test
    void answer_toAFile_isWrittenAsItIs() throws Exception {
        server.otherwise(request -> Answer.of(200, Headers.none().with("Content-Type", "application/pdf"), PDF));

        List<Entity> entities =
                ask(Asked.of(url("/{{ id }}")).with("answer_file", "out/x/{{ id }}.pdf"), rows("id", "1", "a..b c"));

        assertThat(entities.get(0))
                .isEqualTo(Entity.of(
                        "",
                        Schema.of("", "file", "content_type", "size", "status"),
                        List.of(
                                Value.of("out/x/1.pdf"),
                                Value.of("application/pdf"),
                                new Value.Text("7", JsonType.NUMBER),
                                new Value.Text("200", JsonType.NUMBER))));
        assertThat(files()).containsExactly("out/x/1.pdf", "out/x/a..b c.pdf");
        assertThat(folder.resolve("out/x/1.pdf")).hasBinaryContent(PDF);
        assertThat(server.requests().get(0).headers().first("Accept")).contains("*/*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a\\b", "/etc/x"})
    void answer_toAFileNamedByAPath_isRefused(String value) throws Exception {
        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("answer_file", "out/{{ n }}"), rows("n", value)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("answer_file has a value with a '/' or '\\' in it, which would lead to another folder");
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"out/{{ n }}", "{{ n }}/x", "{{ n }}", "../{{ n }}/x", "out/{{ n }}{{ n }}/x"})
    void answer_toAFileThatClimbs_isRefused(String file) throws Exception {
        String value = file.contains("}}{{") ? "." : "..";

        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("answer_file", file), rows("n", value)))
                .isInstanceOf(OperatorException.class)
                .hasMessageMatching("answer_file '.*' leads out of its folder");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void answer_toAFileWithAnEmptyOrUnprintableValue_isRefused() {
        Asked asked = Asked.of(url("/")).with("answer_file", "out/{{ n }}");

        assertThatThrownBy(() -> ask(asked, rows("n", ""))).hasMessage("answer_file has a value that is empty");
        assertThatThrownBy(() -> ask(asked, rows("n", "a\nb")))
                .hasMessage("answer_file has a value with a control character in it");
    }

    @Test
    void answers_toOneFile_areAnErrorForTheSecondEntity() throws Exception {
        server.otherwise(request -> Answer.of(200, "text/plain", request.target()));
        var context = context();

        List<Entity> entities = ask(
                Asked.of(url("/{{ n }}")).with("answer_file", "same.txt").with("on_error", "skip"),
                context,
                rows("n", "1", "2"));

        assertThat(entities).hasSize(1);
        assertThat(folder.resolve("same.txt")).hasContent("/1");
        assertThat(context.rejects().get(0).reason())
                .isEqualTo("answer_file 'same.txt' was written for another entity already; name it with a value that"
                        + " differs, such as {{ id }}");
    }

    @Test
    void answer_thatBreaksOff_leavesTheOldFileAndIsTriedAgain() throws Exception {
        Files.writeString(folder.resolve("a.txt"), "old");
        // So much that the answer has begun for certain when the connection breaks.
        byte[] half = ("HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(100_000)).getBytes(UTF_8);
        server.answer(Answer.raw(half), Answer.raw(half), Answer.of(200, "text/plain", "new"));
        Asked asked = Asked.of(url("/")).with("answer_file", "a.txt");

        assertThatThrownBy(() -> ask(asked))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/") + ": the answer of 127.0.0.1:" + server.port() + " broke off before its end");
        assertThat(folder.resolve("a.txt")).hasContent("old");
        assertThat(files()).containsExactly("a.txt");

        ask(asked.with("attempts", "2"));
        assertThat(folder.resolve("a.txt")).hasContent("new");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void answer_thatIsARefusal_writesNothing() throws Exception {
        server.answer(Answer.of(404, "text/html", "<p>no"));

        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("answer_file", "out/a.txt")))
                .hasMessage("GET " + url("/") + " answered 404: <p>no");
        assertThat(files()).isEmpty();
    }

    @Test
    void answer_toAFileThatCannotBe_saysWhy() throws Exception {
        Files.createDirectory(folder.resolve("dir"));
        Files.writeString(folder.resolve("file"), "x");
        server.otherwise(request -> Answer.of(200, "text/plain", "x"));

        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("answer_file", "dir")))
                .hasMessage("answer_file 'dir' is a folder or a device; only a regular file can be replaced");
        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("answer_file", "file/x")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("answer_file 'file/x' cannot be written: ");
        assertThatThrownBy(() -> ask(Asked.of(url("/")).with("answer_file", "x".repeat(300))))
                .isInstanceOf(OperatorException.class)
                .hasMessageContaining("cannot be written: ");
    }

    @Test
    void answers_toFilesSideBySide_comeInOrder() throws Exception {
        server.otherwise(request -> Answer.of(200, "text/plain", request.target()));

        List<Entity> entities = ask(
                Asked.of(url("/{{ n }}")).with("answer_file", "{{ n }}.txt").with("parallel", "8"),
                rows("n", "1", "2", "3", "4", "5", "6", "7", "8", "9"));

        assertThat(texts(entities, "file"))
                .containsExactly("1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt", "7.txt", "8.txt", "9.txt");
        assertThat(folder.resolve("7.txt")).hasContent("/7");
    }

    @Test
    void output_closedEarly_leavesNoHalfFile() throws Exception {
        server.otherwise(request -> Answer.of(200, "text/plain", "x"));

        try (Entities stream =
                stream(Asked.of(url("/{{ n }}")).with("answer_file", "{{ n }}.txt"), context(), rows("n", "1", "2"))) {
            assertThat(stream.next()).isNotNull();
        }

        assertThat(files()).containsExactly("1.txt");
    }

    @Test
    void filesWritten_areKnownUnlessTheNameIsATemplate() {
        var operator = new HttpRequest();

        assertThat(operator.filesWritten(new KnownParameters(Map.of("answer_file", "a.pdf")), 0))
                .isEqualTo(Set.of("answer_file"));
        assertThat(operator.filesWritten(new KnownParameters(Map.of("answer_file", "{{ a }}.pdf")), 1))
                .isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }
}
