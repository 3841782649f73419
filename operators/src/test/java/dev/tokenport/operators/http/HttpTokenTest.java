package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The access token of a request. */
final class HttpTokenTest extends HttpRequestCase {

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
}
