package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRedirectTest extends HttpRequestCase {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_toTheSameOrigin_keepsTokenAndHeaders(int status) throws Exception {
        server.answer(Answer.redirect(status, "../b?c#d"), Answer.json(200, "{\"id\":1}"));

        assertThat(ask(Asked.of(url("/x/a")).token("hidden-token").header("X-Api-Key", "hidden-key")))
                .hasSize(1);

        RecordedRequest second = server.requests().get(1);
        assertThat(second.target()).isEqualTo("/b?c");
        assertThat(second.headers().all("Authorization")).containsExactly("Bearer hidden-token");
        assertThat(second.headers().all("X-Api-Key")).containsExactly("hidden-key");
    }

    @Test
    void redirect_toAnotherPortAndBack_neverHasThemAgain() throws Exception {
        try (var other = ScriptedServer.start()) {
            server.answer(Answer.redirect(302, other.url("/b").toString()).with("Set-Cookie", "a=b"));
            other.answer(Answer.redirect(302, url("/c")));
            server.answer(Answer.json(200, "{}"));

            assertThat(ask(Asked.of(url("/a"))
                            .token("hidden-token")
                            .header("Cookie", "hidden-cookie")
                            .header("X-Api-Key", "hidden-key")))
                    .hasSize(1);

            assertThat(names(other.request()))
                    .contains("Accept")
                    .isSubsetOf("Accept", "Accept-Encoding", "User-Agent", "Host", "Content-Length");
            assertThat(names(server.requests().get(1))).doesNotContain("Authorization", "X-Api-Key", "Cookie");
        }
    }

    @Test
    void redirect_toTheSameOriginInOtherWords_keepsTheToken() throws Exception {
        server.answer(Answer.redirect(302, url("/b").replace("http:", "HTTP:")), Answer.json(200, "{}"));

        ask(Asked.of(url("/a")).token("hidden-token"));

        assertThat(server.requests().get(1).headers().contains("Authorization")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://a.example/x?secret=1 | the redirect leads to something that is not an http(s) URL without user info",
                "http://user:pw@a.example/x | the redirect leads to something that is not an http(s) URL without user info",
                "http:///x | the redirect leads to something that is not an http(s) URL without user info",
            })
    void redirect_toWhatIsNoTarget_isAnError(String location, String message) {
        server.answer(Answer.redirect(302, location));

        assertThatThrownBy(() -> ask(Asked.of(url("/a")).token("hidden-token")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/a") + " answered 302: " + message);
    }

    @Test
    void redirect_nowhere_isARefusal() {
        server.answer(Answer.status(302), Answer.status(304));

        assertThatThrownBy(() -> ask(Asked.of(url("/a"))))
                .hasMessage("GET " + url("/a") + " answered 302: it points nowhere");
        assertThatThrownBy(() -> ask(Asked.of(url("/a"))))
                .hasMessage("GET " + url("/a") + " answered 304: it points nowhere");
    }

    @Test
    void redirect_toNoUrl_saysSo() {
        server.answer(Answer.redirect(302, "http://[nonsense"));

        assertThatThrownBy(() -> ask(Asked.of(url("/a"))))
                .hasMessage("GET " + url("/a") + " answered 302: it points to something that is not a URL");
    }

    @Test
    void redirect_circle_isAnError() {
        server.otherwise(request -> Answer.redirect(307, request.target().equals("/a") ? "/b" : "/a"));

        assertThatThrownBy(() -> ask(Asked.of(url("/a"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/b")
                        + " answered 307: the redirects lead in a circle; the last one points to " + url(""));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void redirects_moreThanAllowed_areAnError() {
        server.otherwise(request -> Answer.redirect(307, request.target() + "a"));

        assertThatThrownBy(() -> ask(Asked.of(url("/a")).with("redirects", "2")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/aaa") + " answered 307: more than 2 redirects; the last one points to "
                        + url(""));
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void redirects_none_showsTheOriginOnly() {
        server.answer(Answer.redirect(302, "https://other.example.org/login?secret=1"));

        assertThatThrownBy(() -> ask(Asked.of(url("/p")).token("hidden-token").with("redirects", "0")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/p") + " answered 302: redirects are not followed; it points to"
                        + " https://other.example.org");
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void redirect_ofAPost_isNotFollowed(int status) {
        server.answer(Answer.redirect(status, "/b?secret=1"));

        assertThatThrownBy(() -> ask(Asked.of(url("/a")).method(HttpMethod.POST).body("{}")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(
                        "POST " + url("/a") + " answered " + status + ": the redirect of a POST is not followed, since"
                                + " that would send its body again; it points to " + url(""));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void redirect_seeOtherAfterAPost_getsTheResult() throws Exception {
        server.answer(Answer.redirect(303, "/result"), Answer.json(200, "{\"id\":1}"));

        assertThat(ask(Asked.of(url("/a")).method(HttpMethod.POST).body("{}").token("hidden-token")))
                .hasSize(1);

        RecordedRequest second = server.requests().get(1);
        assertThat(second.method() + " " + second.target() + " " + second.body())
                .isEqualTo("GET /result ");
        assertThat(second.headers().first("Content-Type")).isEmpty();
        assertThat(second.headers().all("Authorization")).containsExactly("Bearer hidden-token");
    }

    @Test
    void redirect_thenARefusedToken_beginsAnewWithTheSuccessor() throws Exception {
        server.otherwise(request -> request.target().equals("/a")
                ? Answer.redirect(302, "/b")
                : request.headers().all("Authorization").contains("Bearer second")
                        ? Answer.json(200, "{}")
                        : Answer.status(401).with("WWW-Authenticate", "Bearer"));
        var context = context().withRenewal((parameter, refused) -> Optional.of(Secret.of("second")));

        assertThat(ask(Asked.of(url("/a")).token("first"), context)).hasSize(1);

        assertThat(server.requests().stream().map(RecordedRequest::target)).containsExactly("/a", "/b", "/a", "/b");
    }

    @Test
    void redirect_answer_leavesTheConnectionToTheNextRequest() throws Exception {
        server.answer(Answer.redirect(302, "/b"), Answer.json(200, "{}"), Answer.json(200, "{}"));
        var context = context();

        ask(Asked.of(url("/a")), context);
        ask(Asked.of(url("/c")), context);

        assertThat(server.connections()).isEqualTo(1);
    }

    private static List<String> names(RecordedRequest request) {
        return request.headers().fields().stream().map(field -> field.name()).toList();
    }
}
