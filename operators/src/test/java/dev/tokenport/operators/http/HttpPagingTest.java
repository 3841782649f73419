package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpPagingTest extends HttpRequestCase {

    @Test
    void link_severalHeadersAndQuotedCommas_leadsThroughAllPages() throws Exception {
        server.answer(
                Answer.json(200, "[{\"id\":1},{\"id\":2}]")
                        .with("Link", "<" + url("/x>y") + ">; rel=\"last\"; title=\"a, <b>; rel=next\"")
                        .with("LINK", "<?page=2>; title=\"c, d\"; REL=\"Prefetch NEXT\", </z>; rel=next"),
                Answer.json(200, "[]").with("Link", "<../v1/orders?page=3>;rel=next"),
                Answer.json(200, "[{\"id\":3}]").with("Link", "</v1/orders?page=4>; rel=\"prev\""));

        List<Entity> entities = ask(Asked.of(url("/v1/orders?a=b")).with("paging", "link"));

        assertThat(texts(entities, "id")).containsExactly("1", "2", "3");
        assertThat(targets()).containsExactly("/v1/orders?a=b", "/v1/orders?page=2", "/v1/orders?page=3");
    }

    @Test
    void nextUrl_relativeAndAbsolute_isFollowedToANull() throws Exception {
        server.answer(
                Answer.json(200, "{\"next\":\"?page=2\",\"data\":[{\"id\":1}]}"),
                Answer.json(200, "{\"data\":[{\"id\":2}],\"next\":\"" + url("/p/3?q=a b") + "\"}"),
                Answer.json(200, "{\"data\":[{\"id\":3}],\"next\":null}"));

        List<Entity> entities = ask(Asked.of(url("/p?page=1"))
                .with("paging", "next_url")
                .with("paging_pointer", "/next")
                .with("records", "/data"));

        assertThat(texts(entities, "id")).containsExactly("1", "2", "3");
        assertThat(targets()).containsExactly("/p?page=1", "/p?page=2", "/p/3?q=a%20b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "null", "false"})
    void cursor_numberOrString_goesIntoTheQueryUntilItEnds(String end) throws Exception {
        server.answer(
                Answer.json(200, "{\"meta\":{\"after\":7},\"items\":[{\"id\":1}]}"),
                Answer.json(200, "{\"meta\":{\"after\":\"a b&c\"},\"items\":[]}"),
                Answer.json(200, "{\"meta\":{\"after\":" + end + "},\"items\":[{\"id\":2}]}"));

        List<Entity> entities = ask(Asked.of(url("/p?cursor=old&limit=1"))
                .with("paging", "cursor")
                .with("paging_pointer", "/meta/after")
                .with("paging_parameter", "cursor")
                .with("records", "/items"));

        assertThat(texts(entities, "id")).containsExactly("1", "2");
        assertThat(targets())
                .containsExactly("/p?cursor=old&limit=1", "/p?limit=1&cursor=7", "/p?limit=1&cursor=a%20b%26c");
    }

    @Test
    void pageNumber_countsUntilAPageIsEmpty() throws Exception {
        server.answer(
                Answer.json(200, "[{\"id\":1},{\"id\":2}]"), Answer.json(200, "[{\"id\":3}]"), Answer.json(200, "[]"));

        assertThat(texts(ask(counted("page_number", "page")), "id")).containsExactly("1", "2", "3");
        assertThat(targets()).containsExactly("/p?page=1", "/p?page=2", "/p?page=3");
    }

    @Test
    void offset_countsRecords_fromItsStart() throws Exception {
        server.answer(
                Answer.json(200, "[{\"id\":1},{\"id\":2}]"), Answer.json(200, "[{\"id\":3}]"), Answer.status(204));

        assertThat(texts(ask(counted("offset", "start").with("paging_start", "10")), "id"))
                .containsExactly("1", "2", "3");
        assertThat(targets()).containsExactly("/p?start=10", "/p?start=12", "/p?start=13");
    }

    @Test
    void page_isAskedForOnlyWhenTheOneBeforeHasBeenRead() throws Exception {
        server.otherwise(
                request -> Answer.json(200, "[{\"id\":1}]").with("Link", "<" + request.target() + "1>; rel=next"));

        try (Entities stream = stream(Asked.of(url("/p")).with("paging", "link"), context())) {
            assertThat(stream.next()).isNotNull();
            assertThat(server.requests()).hasSize(1);
            assertThat(stream.next()).isNotNull();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void pages_inACircle_areAnError() {
        server.otherwise(request -> Answer.json(200, "[]").with("Link", "</p?q>; rel=next"));

        assertThatThrownBy(() -> ask(Asked.of(url("/p?q")).with("paging", "link")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/p") + " answered that the next page is one that has been read already; its"
                        + " pages lead in a circle, at " + url(""));
    }

    @Test
    void pages_withoutEnd_stopAtTheLimit() {
        server.otherwise(request -> Answer.json(200, "[1]"));

        assertThatThrownBy(() -> ask(counted("page_number", "page").with("paging_limit", "3")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/p") + " is not the last page, and there were 3 already; raise paging_limit if"
                                + " there are that many");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void page_onAnotherOrigin_isAskedForWithoutTokenAndHeaders() throws Exception {
        try (var other = ScriptedServer.start()) {
            server.answer(Answer.json(200, "[{\"id\":1}]").with("Link", "<" + other.url("/2") + ">; rel=next"));
            other.answer(Answer.json(200, "[{\"id\":2}]").with("Link", "<" + url("/3") + ">; rel=next"));
            server.answer(Answer.json(200, "[{\"id\":3}]"));

            List<Entity> entities = ask(Asked.of(url("/1"))
                    .token("hidden-token")
                    .header("X-Api-Key", "hidden-key")
                    .with("paging", "link"));

            assertThat(texts(entities, "id")).containsExactly("1", "2", "3");
            assertThat(other.request().headers().first("Authorization")).isEmpty();
            assertThat(other.request().headers().first("X-Api-Key")).isEmpty();
            assertThat(other.request().headers().first("Accept")).contains("application/json");
            assertThat(server.requests().get(1).headers().all("Authorization")).containsExactly("Bearer hidden-token");
        }
    }

    @Test
    void page_onAnotherOriginThatWantsAToken_saysWhyThereIsNone() {
        try (var other = ScriptedServer.start()) {
            server.answer(Answer.json(200, "[]").with("Link", "<" + other.url("/2?x") + ">; rel=next"));
            other.answer(Answer.status(401).with("WWW-Authenticate", "Bearer"));

            assertThatThrownBy(
                            () -> ask(Asked.of(url("/1")).token("hidden-token").with("paging", "link")))
                    .isInstanceOf(OperatorException.class)
                    .hasMessage("GET " + other.url("/2") + " answered 401; this was without the token and the headers"
                            + " given, since it is another origin than that of the first request");
        }
    }

    @Test
    void page_ofAPostOnAnotherOrigin_isRefused() {
        server.answer(Answer.json(200, "[]").with("Link", "<http://localhost:1/2>; rel=next"));

        assertThatThrownBy(() -> ask(
                        Asked.of(url("/1")).method(HttpMethod.POST).body("{}").with("paging", "link")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "POST http://localhost:1/2: its URL leads to http://localhost:1, another origin, to which the body of the"
                                + " request is not sent");
    }

    @Test
    void page_thatIsNoUrl_isAnError() {
        server.answer(Answer.json(200, "{\"next\":\"http://[\"}"), Answer.json(200, "{\"next\":{\"href\":\"/2\"}}"));
        Asked asked = Asked.of(url("/{{ n }}")).with("paging", "next_url").with("paging_pointer", "/next");

        assertThatThrownBy(() -> ask(asked, rows("n", "1")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/1") + " answered with something at '/next' that is not a URL");
        assertThatThrownBy(() -> ask(asked, rows("n", "2")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/2") + " answered with an array or object at '/next', the place of the next"
                        + " page; paging_pointer has to lead into it");
    }

    @Test
    void page_thatIsNoJson_isAnErrorForAPointer() {
        server.answer(Answer.of(200, "text/plain", "hello"));

        assertThatThrownBy(
                        () -> ask(Asked.of(url("/1")).with("paging", "next_url").with("paging_pointer", "/next")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "GET " + url("/1") + " answered text/plain, which is read as text, while paging_pointer is a"
                                + " place in JSON; set answer_format to json if it is JSON all the same");
    }

    @Test
    void page_thatFails_rejectsItsEntityAndGoesOn() throws Exception {
        server.otherwise(request -> switch (request.target()) {
            case "/a" -> Answer.json(200, "[{\"id\":1}]").with("Link", "</a2>; rel=next");
            case "/a2" -> Answer.of(500, "text/plain", "down");
            default -> Answer.json(200, "[{\"id\":2}]");
        });
        var context = context();

        List<Entity> entities = ask(
                Asked.of(url("/{{ n }}")).with("paging", "link").with("on_error", "skip"),
                context,
                rows("n", "a", "b"));

        assertThat(texts(entities, "id")).containsExactly("1", "2");
        assertThat(context.rejects()).hasSize(1);
        assertThat(context.rejects().get(0).reason())
                .isEqualTo("GET " + url("/a2") + " answered 500: down (after 1 attempt)");
    }

    @Test
    void page_inTheMiddle_isRetriedAndRenewsTheToken() throws Exception {
        server.answer(
                Answer.json(200, "[{\"id\":1}]").with("Link", "</2>; rel=next"),
                Answer.status(503).with("Retry-After", "0"),
                Answer.status(401).with("WWW-Authenticate", "Bearer error=invalid_token"),
                Answer.json(200, "[{\"id\":2}]"));
        var context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("second")));

        List<Entity> entities =
                ask(Asked.of(url("/1")).token("first").with("paging", "link").with("attempts", "2"), context);

        assertThat(texts(entities, "id")).containsExactly("1", "2");
        assertThat(server.requests().stream()
                        .map(r -> r.headers().first("Authorization").orElse("")))
                .containsExactly("Bearer first", "Bearer first", "Bearer first", "Bearer second");
    }

    private Asked counted(String paging, String parameter) {
        return Asked.of(url("/p")).with("paging", paging).with("paging_parameter", parameter);
    }

    private List<String> targets() {
        return server.requests().stream().map(RecordedRequest::target).toList();
    }
}
