package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRequestTest extends HttpRequestCase {

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
    void token_given_isSentAndNeverShown() throws Exception {
        server.answer(
                Answer.of(403, "text/plain", "no\u001b[31m access\r\nfor Bearer hidden-token " + "y".repeat(500)));
        var context = context();

        assertThatThrownBy(() -> ask(Asked.of(url("/p?secret=1")).token("hidden-token"), context))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("GET " + url("/p") + " answered 403: no [31m access for Bearer *** yyy")
                .hasMessageEndingWith("y…");

        assertThat(server.request().headers().all("Authorization")).containsExactly("Bearer hidden-token");
    }

    @Test
    void token_empty_sendsNoHeader() throws Exception {
        server.answer(Answer.json(200, "{}"));

        ask(Asked.of(url("/")).token(""));

        assertThat(server.request().headers().first("Authorization")).isEmpty();
    }

    @Test
    void token_besideAuthorizationHeader_isAnError() {
        assertThatThrownBy(() -> ask(Asked.of(url("/")).token("t").header("authorization", "Basic x")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "headers has 'Authorization', and oauth_access_token is given as well; leave out one of them");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void url_farHttpWithToken_isRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() -> ask(Asked.of("{{ u }}").token("t"), rows("u", "http://api.example.org/x")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("url 'http://api.example.org/x' is plain http to a far host");
        assertThatThrownBy(() -> ask(Asked.of("http://api.example.org/x").header("Authorization", "Basic x")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("url 'http://api.example.org/x' is plain http to a far host");
    }

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

    @Test
    void answer_unauthorized_namesTheChallenge() {
        server.answer(Answer.json(401, "{\"m\":\"no\"}")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"x\", error=\"invalid_token\", error_description=\"it \\\"expired\\\"\""));

        assertThatThrownBy(() -> ask(Asked.of(url("/p")).token("hidden-token")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/p") + " answered 401 (invalid_token: it \"expired\"): {\"m\":\"no\"}; the token"
                                + " could not be renewed, since it did not come straight from a task that can renew it");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void token_refused_isRenewedOnceAndKept() throws Exception {
        server.otherwise(request -> request.headers().first("Authorization").equals(Optional.of("Bearer second"))
                ? Answer.json(200, "{}")
                : Answer.status(401).with("WWW-Authenticate", "Bearer error=invalid_token"));
        var context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("second")));

        List<Entity> entities = ask(Asked.of(url("/{{ u }}")).token("first"), context, rows("u", "1", "2"));

        assertThat(entities).hasSize(2);
        assertThat(server.requests().stream()
                        .map(r -> r.headers().first("Authorization").orElse("")))
                .containsExactly("Bearer first", "Bearer second", "Bearer second");
    }

    @Test
    void answer_unavailable_isRetriedForARepeatableMethod() throws Exception {
        server.answer(Answer.status(503).with("Retry-After", "0"), Answer.json(200, "{}"));
        var context = context();

        assertThat(ask(Asked.of(url("/")).with("attempts", "2"), context)).hasSize(1);

        assertThat(context.facts()).isEqualTo(Map.of("requests", "2", "status", "200"));
        assertThat(context.progressLines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"POST", "PATCH"})
    void answer_unavailable_isFinalForOthers(HttpMethod method) {
        server.answer(Answer.of(503, "text/plain", "down"));

        assertThatThrownBy(() -> ask(Asked.of(url("/p")).method(method).with("attempts", "4")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith(method + " " + url("/p") + " answered 503: down");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void connection_refused_saysWhere() {
        String gone = url("/p?q=1");
        int port = server.port();
        server.close();

        assertThatThrownBy(() -> ask(Asked.of(gone)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + gone.replace("?q=1", "") + ": connection to 127.0.0.1:" + port + " refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Connection"})
    void headers_madeByTheTransport_areRefused(String name) {
        assertThatThrownBy(() -> Asked.of("https://a").header(name, "x").parameters())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("headers has '" + name + "', which is made from the request itself");
    }

    @Test
    void repeatable_followsTheMethod() {
        var operator = new HttpRequest();

        assertThat(operator.repeatable(new KnownParameters(Map.of("method", "DELETE"))))
                .isTrue();
        assertThat(operator.repeatable(new KnownParameters(Map.of("method", "POST"))))
                .isFalse();
        assertThat(operator.repeatable(new KnownParameters(Map.of()))).isFalse();
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
