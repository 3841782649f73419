package dev.tokenport.operators.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

final class HttpHeaderSecretTest extends HttpRequestCase {

    private static final String REFUSED = "Bearer error=\"invalid_token\"";

    @Test
    void header_refused_isRenewedOnceForAllEntities() throws Exception {
        Secret first = Secret.of("Token first");
        List<String> asked = new ArrayList<>();
        server.otherwise(request -> request.headers().all("X-Api-Key").contains("Token second")
                ? Answer.json(200, "{}")
                : Answer.status(401).with("WWW-Authenticate", REFUSED));
        var context = context().withRenewal((parameter, refused) -> {
            asked.add(parameter);
            return refused.equals(first) ? Optional.of(Secret.of("Token second")) : Optional.empty();
        });

        assertThat(ask(Asked.of(url("/{{ n }}")).header("X-Api-Key", first), context, rows("n", "1", "2")))
                .hasSize(2);

        assertThat(asked).containsExactly("headers-X-Api-Key");
        assertThat(keys()).containsExactly("Token first", "Token second", "Token second");
    }

    @Test
    void header_refusedAgain_endsTheRunAndHidesBoth() {
        server.otherwise(request ->
                Answer.of(401, "text/plain", "bad key: " + key(request)).with("WWW-Authenticate", REFUSED));
        var context =
                context().withRenewal((parameter, refused) -> Optional.of(Secret.of("hidden-" + parameter.length())));

        assertThatThrownBy(() -> ask(
                        Asked.of(url("/")).header("X-Api-Key", "hidden-first").with("on_error", "skip"), context))
                .isInstanceOf(OperatorException.class)
                .hasMessage("GET " + url("/") + " answered 401 (invalid_token): bad key: ***; this was with the token's"
                        + " successor, after the first one was refused");
    }

    @Test
    void header_thatCannotBeRenewed_isARefusalAsAnyOther() {
        server.answer(Answer.status(401).with("WWW-Authenticate", REFUSED));

        assertThatThrownBy(() -> ask(Asked.of(url("/")).header("X-Api-Key", "hidden-first")))
                .hasMessage("GET " + url("/") + " answered 401 (invalid_token)");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void header_aboutToExpire_isReplacedBefore() throws Exception {
        Secret first = Secret.of("first");
        List<String> asked = new CopyOnWriteArrayList<>();
        server.otherwise(request -> Answer.json(200, "{}"));
        var context = context().withCurrency((parameter, held) -> {
            asked.add(parameter);
            return held.equals(first) ? Secret.of("second") : held;
        });

        ask(Asked.of(url("/")).header("X-Api-Key", first), context);

        assertThat(keys()).containsExactly("second");
        assertThat(asked).containsExactly("headers-X-Api-Key");
    }

    @Test
    void header_thatChangedMeanwhile_isReadAgain() throws Exception {
        server.answer(Answer.status(401).with("WWW-Authenticate", REFUSED), Answer.json(200, "{}"));
        Secret secret = Secret.from("key", () -> server.requests().isEmpty() ? "first" : "second");

        ask(Asked.of(url("/")).header("X-Api-Key", secret));

        assertThat(keys()).containsExactly("first", "second");
    }

    @Test
    void header_besideAToken_leavesTheRenewalToTheToken() throws Exception {
        server.answer(Answer.status(401).with("WWW-Authenticate", REFUSED), Answer.json(200, "{}"));
        var context = context()
                .withRenewal((parameter, refused) ->
                        parameter.equals("oauth_access_token") ? Optional.of(Secret.of("second")) : Optional.empty());

        ask(Asked.of(url("/")).token("first").header("X-Api-Key", "k"), context);

        assertThat(server.requests().stream()
                        .map(request -> request.headers().first("Authorization").orElse("")))
                .containsExactly("Bearer first", "Bearer second");
    }

    private List<String> keys() {
        return server.requests().stream().map(HttpHeaderSecretTest::key).toList();
    }

    private static String key(RecordedRequest request) {
        return request.headers().first("X-Api-Key").orElse("");
    }
}
