package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Value;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRequestTest extends HttpRequestCase {

    @Test
    void url_badAfterRendering_isAnError() {
        assertThatThrownBy(() -> ask(Asked.of("{{ u }}/x"), rows("u", "ftp://a")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("url 'ftp://a/x' is not an http(s) URL");
    }

    @Test
    void input_entities_makeARequestEachInOrder() throws Exception {
        server.otherwise(request -> Answer.json(200, "{\"target\":\"" + request.target() + "\"}"));

        List<Entity> entities = ask(
                Asked.of(url("/x?v={{ u }}"))
                        .method(HttpMethod.POST)
                        .header("X-Id", "id {% if u == 'c' %}{{ u }}{% endif %}")
                        .body("{\"u\": {{ u }}}"),
                rows("u", "a b", "ü&\""),
                rows("u", "c"));

        assertThat(entities.stream().map(entity -> entity.first("target").orElseThrow()))
                .containsExactly(Value.of("/x?v=a%20b"), Value.of("/x?v=%C3%BC%26%22"), Value.of("/x?v=c"));
        assertThat(server.requests().stream().map(RecordedRequest::body))
                .containsExactly("{\"u\": \"a b\"}", "{\"u\": \"ü&\\\"\"}", "{\"u\": \"c\"}");
        assertThat(server.requests().get(0).headers().first("Content-Type")).contains("application/json");
        assertThat(server.requests().get(2).headers().first("X-Id")).contains("id c");
    }

    @Test
    void header_withLineBreak_isAnErrorThatHidesTheValue() {
        assertThatThrownBy(() -> ask(Asked.of(url("/")).header("X-Id", "{{ u }}"), rows("u", "a\r\nX-Evil: 1")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("headers 'X-Id': the value of header 'X-Id' has a line break or control character in it");
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":1}|application/json", "[|text/plain; charset=UTF-8", "hello|text/plain; charset=UTF-8"})
    void body_withoutContentType_getsTheOneItIs(String body, String contentType) throws Exception {
        server.answer(Answer.status(204));

        ask(Asked.of(url("/")).method(HttpMethod.PUT).body(body));

        assertThat(server.request().body()).isEqualTo(body);
        assertThat(server.request().headers().all("Content-Type")).containsExactly(contentType);
    }

    @Test
    void body_form_isEncoded() throws Exception {
        server.answer(Answer.status(204));

        ask(
                Asked.of(url("/"))
                        .method(HttpMethod.POST)
                        .with("content_type", "application/x-www-form-urlencoded")
                        .body("a={{ u }}"),
                rows("u", "b&c=d e"));

        assertThat(server.request().form()).isEqualTo(Map.of("a", List.of("b&c=d e")));
    }

    @ParameterizedTest
    @EnumSource(HttpMethod.class)
    void method_any_isSent(HttpMethod method) throws Exception {
        server.answer(Answer.status(204));

        ask(Asked.of(url("/")).method(method));

        assertThat(server.request().method()).isEqualTo(method.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Connection"})
    void headers_madeByTheTransport_areRefused(String name) {
        assertThatThrownBy(() -> Asked.of("https://a").header(name, "x").parameters())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("headers has '" + name + "', which is made from the request itself");
    }
}
