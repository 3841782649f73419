package dev.tokenport.service;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.TestContext;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallerTest extends ServiceCase {

    @Test
    void ask_withToken_sendsIt() throws Exception {
        server.answer(text("fine"));

        Answered answered = new Caller(calls(), AccessToken.bearer(token("t-1")), context()).ask(get("/a"));

        assertThat(body(answered)).isEqualTo("fine");
        assertThat(authorizations()).containsExactly("Bearer t-1");
    }

    @Test
    void ask_emptyToken_sendsNoHeader() throws Exception {
        server.answer(text("fine"));

        new Caller(calls(), AccessToken.bearer(token("")), context())
                .ask(get("/a"))
                .close();

        assertThat(authorizations()).containsExactly("none");
    }

    @Test
    void ask_refused_failsForThisEntityWithoutTheToken() throws Exception {
        server.answer(Answer.of(403, "text/plain", "not for t-secret-1"));
        var caller = new Caller(calls(), AccessToken.bearer(token("t-secret-1")), context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isInstanceOf(EntityException.class)
                .hasMessage("GET " + server.url("/a") + " answered 403: not for ***");
    }

    @Test
    void ask_tokenOverFarHttp_isRefusedBeforeAnythingIsSent() throws Exception {
        var caller = new Caller(calls(), AccessToken.bearer(token("t-1")), context());

        assertThatThrownBy(() ->
                        caller.ask(() -> Request.of("GET", URI.create("http://far.example.org/a"), Headers.none())))
                .isInstanceOf(EntityException.class)
                .hasMessageStartingWith("url 'http://far.example.org/a' is plain http to a far host");
    }

    @Test
    void ask_tokenBesideAnAuthorizationHeader_isAFaultOfTheTask() throws Exception {
        var caller = new Caller(calls(), AccessToken.bearer(token("t-1")), context());
        Headers own = Headers.none().with("Authorization", "Basic x");

        assertThatThrownBy(() -> caller.ask(() -> Request.of("GET", server.url("/a"), own)))
                .isNotInstanceOf(EntityException.class)
                .hasMessage(
                        "headers has 'Authorization', and oauth_access_token is given as well; leave out one of them");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void ask_tokenThatNoHeaderCanHave_isAFaultThatDoesNotShowIt() throws Exception {
        var caller = new Caller(calls(), AccessToken.bearer(token("t\n1")), context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isNotInstanceOf(EntityException.class)
                .hasMessage(
                        "oauth_access_token: the value of header 'Authorization' has a line break or control character in it");
    }

    @Test
    void ask_tokenThatCannotBeRead_isAFaultOfTheTask() throws Exception {
        Secret gone = Secret.from("file:gone", () -> {
            throw new SecretUnavailableException("file:gone does not exist");
        });
        var caller = new Caller(calls(), AccessToken.bearer(Optional.of(gone)), context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isNotInstanceOf(EntityException.class)
                .hasMessage("a secret cannot be read: file:gone does not exist");
    }

    @Test
    void ask_unavailable_isRepeatedNotBeforeRetryAfter() throws Exception {
        server.answer(Answer.status(503).with("Retry-After", "7"), text("fine"));
        var time = ManualTime.start();

        Answered answered = new Caller(
                        calls(), AccessToken.bearer(Optional.empty()), context().withTime(time))
                .ask(get("/a"));

        assertThat(body(answered)).isEqualTo("fine");
        assertThat(time.sleeps())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8)));
    }

    @Test
    void ask_retryAfterBeyondTheTimeout_failsAtOnceAndSaysSo() throws Exception {
        server.answer(Answer.status(503).with("Retry-After", "3600"));
        var time = ManualTime.start();
        var caller = new Caller(
                calls("timeout", "60s"),
                AccessToken.bearer(Optional.empty()),
                context().withTime(time));

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isInstanceOf(EntityException.class)
                .hasMessageStartingWith("GET " + server.url("/a") + " answered 503 (");
        assertThat(time.sleeps()).isEmpty();
    }

    @Test
    void ask_brokenBody_isRepeated() throws Exception {
        server.answer(
                Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(US_ASCII)), text("whole"));
        TestContext context = context().withTime(ManualTime.start());

        Answered answered = new Caller(calls(), AccessToken.bearer(Optional.empty()), context).ask(get("/a"));

        assertThat(body(answered)).isEqualTo("whole");
        assertThat(context.progressLines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void ask_notRepeatableAndFailed_isSentOnce(int status) throws Exception {
        server.answer(Answer.status(status));
        var caller = new Caller(calls(), AccessToken.bearer(Optional.empty()), context());

        assertThatThrownBy(() -> caller.ask(post("/a"))).isInstanceOf(EntityException.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void ask_notRepeatableAndNotProcessed_isSentAgain() throws Exception {
        server.answer(Answer.status(429), text("fine"));

        Answered answered = new Caller(
                        calls(), AccessToken.bearer(Optional.empty()), context().withTime(ManualTime.start()))
                .ask(post("/a"));

        assertThat(body(answered)).isEqualTo("fine");
    }

    @Test
    void ask_notRepeatableAndHungUp_isSentOnce() throws Exception {
        server.answer(Answer.hangUp());
        var caller = new Caller(calls(), AccessToken.bearer(Optional.empty()), context());

        assertThatThrownBy(() -> caller.ask(post("/a"))).isInstanceOf(EntityException.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void tell_afterRequests_countsThem() throws Exception {
        server.answer(Answer.status(429), text("fine"));
        TestContext context = context().withTime(ManualTime.start());
        var caller = new Caller(calls(), AccessToken.bearer(Optional.empty()), context);

        caller.ask(get("/a")).close();
        caller.tell();

        assertThat(context.facts()).isEqualTo(Map.of("requests", "2", "status", "200"));
    }

    @Test
    void caller_missingCaFile_isAFaultThatNamesIt() throws Exception {
        Calls calls = calls("ca_file", "none.pem");

        assertThatThrownBy(() -> new Caller(calls, AccessToken.bearer(Optional.empty()), context()))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("ca_file: ")
                .hasMessageContaining("none.pem");
    }
}
