package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.TestContext;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RenewalTest extends ServiceCase {

    private static final String INVALID = "Bearer error=\"invalid_token\", error_description=\"expired\"";

    @ParameterizedTest
    @ValueSource(strings = {INVALID, "Bearer", "Bearer realm=\"api\"", "Basic realm=\"x\", bearer realm=\"y\""})
    void ask_tokenRefused_goesOnWithItsSuccessor(String challenge) throws Exception {
        server.answer(refused(challenge), text("fine"));
        TestContext context = context().withRenewal((parameter, refused) -> token("t-2"));

        Answered answered = new Caller(calls(), AccessToken.bearer(token("t-1")), context).ask(get("/a"));

        assertThat(body(answered)).isEqualTo("fine");
        assertThat(authorizations()).containsExactly("Bearer t-1", "Bearer t-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer error=\"insufficient_scope\"", "Basic realm=\"Bearer\"", "Bearerish realm=\"x\""})
    void ask_refusedForAnotherReason_isNotRepeated(String challenge) throws Exception {
        server.answer(refused(challenge));
        TestContext context = context().withRenewal((parameter, refused) -> token("t-2"));
        var caller = new Caller(calls(), AccessToken.bearer(token("t-1")), context);

        assertThatThrownBy(() -> caller.ask(get("/a"))).isInstanceOf(EntityException.class);

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void ask_successorRefusedAsWell_endsTheTaskAndSaysSo() throws Exception {
        server.answer(refused(INVALID), refused(INVALID));
        TestContext context = context().withRenewal((parameter, refused) -> token("t-2"));
        var caller = new Caller(calls("on_error", "skip"), AccessToken.bearer(token("t-1")), context);

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isInstanceOf(OperatorException.class)
                .isNotInstanceOf(EntityException.class)
                .hasMessage(
                        "GET " + server.url("/a")
                                + " answered 401 (invalid_token: expired); this was with the token's successor, after the first one was refused");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void ask_tokenThatNobodyRenews_endsTheTaskAndSaysSo() throws Exception {
        server.answer(refused(INVALID));
        var caller = new Caller(calls(), AccessToken.bearer(token("t-1")), context());

        assertThatThrownBy(() -> caller.ask(get("/a")))
                .isNotInstanceOf(EntityException.class)
                .hasMessage(
                        "GET " + server.url("/a")
                                + " answered 401 (invalid_token: expired); the token could not be renewed, since it did not come straight from a task that can renew it");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void ask_noRenewalButTheFileHoldsAnotherToken_sendsThat() throws Exception {
        var text = new AtomicReference<>("t-1");
        server.otherwise(request -> {
            boolean first = authorization(request).equals("Bearer t-1");
            text.set("t-2");
            return first ? refused(INVALID) : text("fine");
        });
        Secret file = Secret.from("file:token", text::get);

        Answered answered = new Caller(calls(), AccessToken.bearer(Optional.of(file)), context()).ask(get("/a"));

        assertThat(body(answered)).isEqualTo("fine");
    }

    @Test
    void ask_tokenAboutToExpire_sendsItsSuccessorAtOnce() throws Exception {
        server.answer(text("1"), text("2"));
        Secret successor = Secret.of("t-2");
        TestContext context = context().withCurrency((parameter, held) -> successor);
        var caller = new Caller(calls(), AccessToken.bearer(token("t-1")), context);

        caller.ask(get("/a")).close();
        caller.ask(get("/a")).close();

        assertThat(authorizations()).containsExactly("Bearer t-2", "Bearer t-2");
    }

    @Test
    void ask_manyRefusedWithOneToken_renewItOnce() throws Exception {
        int parallel = 32;
        var arrived = new CountDownLatch(parallel);
        server.otherwise(request -> untilAllAreThere(request, arrived));
        var once = new OneSuccessor();
        var caller = new Caller(
                calls("parallel", "32"),
                AccessToken.bearer(token("t-1")),
                context().withRenewal(once::renew));
        String[] ids = IntStream.range(0, parallel).mapToObj(Integer::toString).toArray(String[]::new);

        var answers = all(new PerEntity(inputs(rows(ids)), caller, work(caller)));

        assertThat(answers).hasSize(parallel);
        assertThat(once.made).hasValue(1);
        assertThat(authorizations()).filteredOn("Bearer t-1"::equals).hasSize(parallel);
        assertThat(authorizations()).filteredOn("Bearer t-2"::equals).hasSize(parallel);
    }

    /** As a run renews: one successor for one refused secret. */
    private static final class OneSuccessor {

        private final AtomicInteger made = new AtomicInteger();
        private Optional<Secret> successor = Optional.empty();

        synchronized Optional<Secret> renew(String parameter, Secret refused) {
            if (successor.isEmpty()) {
                made.incrementAndGet();
                successor = token("t-2");
            }
            return successor;
        }
    }

    private static Answer untilAllAreThere(RecordedRequest request, CountDownLatch arrived) {
        if (!authorization(request).equals("Bearer t-1")) {
            return text("fine");
        }
        arrived.countDown();
        return refused(INVALID).heldBy(arrived);
    }
}
