package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpUploadTest extends HttpRequestCase {

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(folder.resolve("in/sub"));
        Files.writeString(folder.resolve("in/a.txt"), "content äöü");
        Files.writeString(folder.resolve("in/sub/b.txt"), "b");
        Files.writeString(folder.resolve("secret.txt"), "hidden");
    }

    @Test
    void file_asBody_isSentWithItsLength() throws Exception {
        server.answer(Answer.status(204));

        ask(put("in/a.txt"));

        RecordedRequest request = server.request();
        assertThat(request.body()).isEqualTo("content äöü");
        assertThat(request.headers().all("Content-Length")).containsExactly("14");
        assertThat(request.headers().first("Transfer-Encoding")).isEmpty();
        assertThat(request.headers().all("Content-Type")).containsExactly("application/octet-stream");
    }

    @Test
    void file_withAContentType_hasIt() throws Exception {
        server.otherwise(request -> Answer.status(204));

        ask(put("in/a.txt").with("content_type", "text/plain; charset=utf-8"));
        ask(put("in/a.txt").header("content-type", "text/x-mine"));

        assertThat(server.requests().get(0).headers().all("Content-Type")).containsExactly("text/plain; charset=utf-8");
        assertThat(server.requests().get(1).headers().all("Content-Type")).containsExactly("text/x-mine");
    }

    @Test
    void file_empty_isAnEmptyBody() throws Exception {
        Files.writeString(folder.resolve("empty"), "");
        server.answer(Answer.status(204));

        ask(put("empty"));

        assertThat(server.request().headers().all("Content-Length")).containsExactly("0");
    }

    @Test
    void file_isSentAgainWholeWhenRetried() throws Exception {
        server.answer(Answer.status(503).with("Retry-After", "0"), Answer.hangUp(), Answer.status(204));

        ask(put("in/a.txt").with("attempts", "3"));

        assertThat(server.requests().stream().map(RecordedRequest::body))
                .containsExactly("content äöü", "content äöü", "content äöü");
    }

    @Test
    void file_perEntity_mayBeAPathDownwards() throws Exception {
        server.otherwise(request -> Answer.status(204));

        ask(put("in/{{ n }}"), rows("n", "a.txt", "sub/b.txt"));

        assertThat(server.requests().stream().map(RecordedRequest::body)).containsExactly("content äöü", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "sub/../../secret.txt", "/etc/hosts", "sub\\..\\x"})
    void file_thatAValueLeadsAway_isNotSent(String value) {
        assertThatThrownBy(() -> ask(put("in/{{ n }}"), rows("n", value)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("body_file 'in/" + value + "' leads out of its folder");
        assertThatThrownBy(() -> ask(put("{{ n }}"), rows("n", value)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("body_file '" + value + "' leads out of its folder");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void file_missing_saysSo() {
        assertThatThrownBy(() -> ask(put("nothing")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("body_file 'nothing' does not exist: " + folder.resolve("nothing"));
        assertThatThrownBy(() -> ask(put("in")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("body_file 'in' is not a regular file");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void file_inAForm_standsBehindItsFields() throws Exception {
        Files.writeString(folder.resolve("in/a\"b.txt"), "content");
        server.answer(Answer.status(204));

        ask(
                put("in/a\"b.txt")
                        .method(HttpMethod.POST)
                        .with("upload_as", "form")
                        .with("form_field", "document")
                        .with("content_type", "text/plain")
                        .with("form_fields", "{\"note\": \"for {{ n }}\", \"x\": \"ä\"}"),
                rows("n", "Ada"));

        RecordedRequest request = server.request();
        String type = request.headers().first("Content-Type").orElseThrow();
        assertThat(type).matches("multipart/form-data; boundary=tokenport-[0-9a-f-]{36}");
        String boundary = type.substring(type.indexOf('=') + 1);
        assertThat(request.body())
                .isEqualTo("--" + boundary + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nfor Ada\r\n"
                        + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\nä\r\n"
                        + "--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a%22b.txt\"\r\n"
                        + "Content-Type: text/plain\r\n\r\ncontent\r\n--" + boundary + "--\r\n");
        assertThat(request.headers().all("Content-Length"))
                .containsExactly(Integer.toString(request.body().getBytes(UTF_8).length));
    }

    private Asked put(String file) {
        return Asked.of(url("/up")).method(HttpMethod.PUT).with("body_file", file);
    }
}
