package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of an answer. */
final class HttpAnswerTest extends HttpRequestCase {

    @Test
    void answer_arrayOfObjects_isAnEntityEach() throws Exception {
        server.answer(Answer.json(200, "[{\"id\":1.50,\"tags\":[\"a\"]},{\"id\":2},\"x\",null]"));

        List<Entity> entities = ask(Asked.of(url("/orders?a=b")));

        assertThat(entities)
                .containsExactly(
                        Entity.of(
                                "",
                                Schema.of("", "id", "tags"),
                                List.of(
                                        new Value.Text("1.50", JsonType.NUMBER),
                                        new Value.Text("[\"a\"]", JsonType.JSON))),
                        Entity.of("", Schema.of("", "id"), List.of(new Value.Text("2", JsonType.NUMBER))),
                        Entity.of("", Schema.of("", "value"), List.of(Value.of("x"))),
                        Entity.of("", Schema.of("", "value"), List.of(new Value.Text("null", JsonType.JSON))));
        RecordedRequest request = server.request();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.target()).isEqualTo("/orders?a=b");
        assertThat(request.headers().first("Accept")).contains("application/json");
        assertThat(request.headers().first("Authorization")).isEmpty();
    }

    @Test
    void answer_object_isOneEntity() throws Exception {
        server.answer(Answer.of(200, "application/problem+json; charset=utf-8", "\n {\"a\":true}"));

        assertThat(ask(Asked.of(url("/"))))
                .containsExactly(Entity.of("", Schema.of("", "a"), List.of(new Value.Text("true", JsonType.BOOLEAN))));
    }

    @Test
    void answer_otherType_isOneEntityAndAWarning() throws Exception {
        server.answer(Answer.of(200, "text/html; charset=ISO-8859-1", "<p>hi</p>"));
        var context = context();

        List<Entity> entities = ask(Asked.of(url("/p")), context);

        assertThat(entities)
                .containsExactly(Entity.of(
                        "",
                        Schema.of("", "body", "content_type", "status"),
                        List.of(
                                Value.of("<p>hi</p>"),
                                Value.of("text/html; charset=ISO-8859-1"),
                                new Value.Text("200", JsonType.NUMBER))));
        assertThat(context.warnings())
                .containsExactly("GET " + url("/p") + " answered text/html; charset=ISO-8859-1 instead of JSON;"
                        + " each such answer is one entity with the path body");
        assertThat(context.facts()).isEqualTo(Map.of("requests", "1", "status", "200"));
    }

    @Test
    void answer_tooLarge_namesTheLimit() {
        server.answer(Answer.of(200, "text/plain", "x".repeat(1001)));

        assertThatThrownBy(() -> ask(Asked.of(url("/p?q"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/p") + " answered more than 1000 bytes of text/plain; raise max_body");
    }

    @Test
    void record_tooLarge_namesTheLimit() {
        server.answer(Answer.json(200, "[{},{\"a\":\"" + "x".repeat(1001) + "\"}]"));

        assertThatThrownBy(() -> ask(Asked.of(url("/p?q"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/p") + " answered application/json, line 1, column 10: a record has more than"
                        + " 1000 characters; raise max_body, or lead to smaller ones with records");
    }

    @Test
    void answer_notText_isAnError() {
        server.answer(Answer.of(200, Headers.none().with("Content-Type", "image/png"), new byte[] {(byte) 0x89, 'P'}));

        assertThatThrownBy(() -> ask(Asked.of(url("/p"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/p") + " answered image/png that is not text in UTF-8");
    }

    @Test
    void answer_empty_givesNoEntity() throws Exception {
        server.answer(Answer.status(204), Answer.json(200, " \n"), Answer.json(200, "[]"));

        assertThat(ask(Asked.of(url("/{{ id }}")), rows("id", "1", "2", "3"))).isEmpty();
    }

    @Test
    void answer_brokenInTheMiddle_isAnErrorWithItsPlace() {
        server.answer(Answer.json(200, "[{\"a\":1},\n<html>"));

        assertThatThrownBy(() -> ask(Asked.of(url("/p"))))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith(
                        "GET " + url("/p") + " answered application/json that is not JSON, line 2, column 1: ");
    }

    @Test
    void answer_hugeArray_isStreamed() throws Exception {
        String row = "{\"a\":\"" + "x".repeat(100) + "\"}";
        server.answer(Answer.of(
                200,
                Headers.none().with("Content-Type", "application/json"),
                ("[" + (row + ",").repeat(50_000) + row + "]").getBytes(UTF_8)));

        assertThat(ask(Asked.of(url("/")))).hasSize(50_001);
    }
}
