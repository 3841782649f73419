package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.testkit.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokenCacheTest {

    private static final int CALLERS = 10_000;

    private final AtomicInteger issued = new AtomicInteger();
    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void close() {
        idp.close();
        threads.shutdownNow();
    }

    @Test
    void token_kept_isGivenAgainUntil30SecondsBeforeItExpires() throws Exception {
        grant(Duration.ofMinutes(5));
        TokenSource source = idp.source();

        String first = text(source);
        idp.time().advance(Duration.ofMillis(269_999));
        String second = text(source);
        idp.time().advance(Duration.ofMillis(1));
        String third = text(source);

        assertThat(first).isEqualTo("t-1");
        assertThat(second).isEqualTo("t-1");
        assertThat(third).isEqualTo("t-2");
    }

    @Test
    void margin_ofAShortToken_isHalfItsLife() throws Exception {
        grant(Duration.ofSeconds(20));
        TokenSource source = idp.source();

        String first = text(source);
        idp.time().advance(Duration.ofMillis(9_999));
        String second = text(source);
        idp.time().advance(Duration.ofMillis(1));
        String third = text(source);

        assertThat(first).isEqualTo("t-1");
        assertThat(second).isEqualTo("t-1");
        assertThat(third).isEqualTo("t-2");
    }

    @Test
    void margin_configured_isKept() throws Exception {
        grant(Duration.ofMinutes(5));
        TokenSource source =
                idp.cache().source(idp.client(), idp.clientCredentials().build(), Duration.ofSeconds(100));

        text(source);
        idp.time().advance(Duration.ofSeconds(200));

        assertThat(text(source)).isEqualTo("t-2");
    }

    @Test
    void expiry_ofASlowAnswer_countsFromBeforeTheRequest() throws Exception {
        idp.server().otherwise(request -> {
            idp.time().advance(Duration.ofSeconds(50));
            return Answer.token("t-1", Duration.ofMinutes(5));
        });
        TokenSource source = idp.source();

        text(source);
        idp.time().advance(Duration.ofSeconds(220));
        idp.server().otherwise(request -> Answer.token("t-2", Duration.ofMinutes(5)));

        assertThat(text(source)).isEqualTo("t-2");
    }

    @Test
    void callers_tenThousandAtOnce_causeOneRequest() throws Exception {
        grant(Duration.ofMinutes(5));
        TokenSource source = idp.source();
        ExecutorService pool = Executors.newFixedThreadPool(200);
        try {
            var calls = new ArrayList<Callable<String>>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(() -> text(source));
            }

            for (Future<String> call : pool.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo("t-1");
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(idp.server().requests()).hasSize(1);
    }

    @Test
    void callers_throughTwoSourcesOfEqualRequests_causeOneRequest() throws Exception {
        grant(Duration.ofMinutes(5));
        TokenRequest one =
                idp.clientCredentials().scope("a b").extraParameter("x", "1").build();
        TokenRequest other =
                idp.clientCredentials().scope("b", "a").extraParameter("x", "1").build();

        String first = text(idp.cache().source(idp.client(), one));
        String second = text(idp.cache().source(idp.client(), other));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void requests_thatDiffer_doNotShareATokenWhateverTheDifference() throws Exception {
        grant(Duration.ofMinutes(5));
        var requests = new ArrayList<TokenRequest>();
        requests.add(idp.clientCredentials().build());
        requests.add(idp.clientCredentials().scope("a").build());
        requests.add(idp.clientCredentials().audience("a").build());
        requests.add(idp.clientCredentials().resource("urn:a").build());
        requests.add(idp.clientCredentials().extraParameter("a", "b").build());
        requests.add(idp.clientCredentials().clientSecret(Secret.of("other")).build());
        requests.add(idp.clientCredentials()
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .build());
        requests.add(idp.password().build());
        requests.add(TokenRequest.password(idp.endpoint(), "orders", "eve", Secret.of(AuthorizationServer.PASSWORD))
                .build());
        requests.add(TokenRequest.clientCredentials(
                        idp.server().url("/other"), "orders", Secret.of(AuthorizationServer.SECRET))
                .build());

        for (TokenRequest request : requests) {
            text(idp.cache().source(idp.client(), request));
        }

        assertThat(idp.server().requests()).hasSameSizeAs(requests);
    }

    @Test
    void secret_whileATokenIsKept_isNotReadAgainAndAChangedOneStartsANewEntry() throws Exception {
        grant(Duration.ofMinutes(5));
        var reads = new AtomicInteger();
        var content = new AtomicReference<>("one");
        Secret secret = Secret.from("file:secret", () -> {
            reads.incrementAndGet();
            return Objects.requireNonNull(content.get());
        });
        TokenSource source = idp.cache()
                .source(
                        idp.client(),
                        TokenRequest.clientCredentials(idp.endpoint(), "orders", secret)
                                .build());

        text(source);
        content.set("two");
        String kept = text(source);
        int readsWhileKept = reads.get();
        String fresh = text(idp.cache()
                .source(
                        idp.client(),
                        TokenRequest.clientCredentials(idp.endpoint(), "orders", secret)
                                .build()));

        assertThat(kept).isEqualTo("t-1");
        assertThat(readsWhileKept).isEqualTo(1);
        assertThat(fresh).isEqualTo("t-2");
    }

    @Test
    void failure_ofOneRequest_isGivenToAllWhoWaitedAndNotKept() throws Exception {
        var gate = new CountDownLatch(1);
        idp.server().answer(Answer.error(401, "invalid_client", "no").heldBy(gate));
        TokenSource source = idp.source();
        Future<String> leader = threads.submit(() -> text(source));
        idp.server().awaitRequests(1);
        Future<String> waiter = waiting(source);

        gate.countDown();

        assertThat(leader)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(CredentialsRefusedException.class);
        assertThat(waiter)
                .failsWithin(Duration.ofSeconds(20))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(CredentialsRefusedException.class);
        assertThat(idp.server().requests()).hasSize(1);
        grant(Duration.ofMinutes(5));
        assertThat(text(source)).isEqualTo("t-1");
    }

    @Test
    void waiter_interrupted_harmsNobody() throws Exception {
        var gate = new CountDownLatch(1);
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)).heldBy(gate));
        TokenSource source = idp.source();
        Future<String> leader = threads.submit(() -> text(source));
        idp.server().awaitRequests(1);
        Future<String> waiter = waiting(source);

        waiter.cancel(true);
        gate.countDown();

        assertThat(leader.get()).isEqualTo("t-1");
        assertThat(idp.server().requests()).hasSize(1);
    }

    @Test
    void leader_interrupted_isReplacedByAWaiter() throws Exception {
        var gate = new CountDownLatch(1);
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)).heldBy(gate));
        idp.server().answer(Answer.token("t-2", Duration.ofMinutes(5)));
        TokenSource source = idp.source();
        Future<String> leader = threads.submit(() -> text(source));
        idp.server().awaitRequests(1);
        Future<String> waiter = waiting(source);

        leader.cancel(true);

        assertThat(waiter.get()).isEqualTo("t-2");
    }

    @Test
    void renewal_failing_servesTheOldTokenWithAWarningWhileItIsValid() throws Exception {
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)));
        TokenSource source = idp.source();
        text(source);
        idp.server().otherwise(request -> Answer.error(401, "invalid_client", "no"));
        idp.time().advance(Duration.ofSeconds(299));

        AccessToken old = source.token();
        idp.time().advance(Duration.ofSeconds(1));
        var error = catchThrowableOfType(CredentialsRefusedException.class, source::token);

        String warning = "the token could not be renewed, and the old one is used until 2026-01-01T00:05:00Z: "
                + error.getMessage();
        assertThat(old.value().reveal()).isEqualTo("t-1");
        assertThat(old.warnings()).containsExactly(warning);
        assertThat(idp.warnings()).containsExactly(warning);
    }

    @Test
    void renewal_withoutReadableSecret_servesTheOldToken() throws Exception {
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)));
        var gone = new AtomicInteger();
        Secret secret = Secret.from("file:secret", () -> {
            if (gone.getAndIncrement() > 0) {
                throw new SecretUnavailableException("file:secret cannot be read");
            }
            return "s3cr3t";
        });
        TokenSource source = idp.cache()
                .source(
                        idp.client(),
                        TokenRequest.clientCredentials(idp.endpoint(), "orders", secret)
                                .build());
        text(source);
        idp.time().advance(Duration.ofSeconds(280));

        assertThat(text(source)).isEqualTo("t-1");
    }

    @Test
    void token_thatLivesNoTime_isGivenOnceToThoseWhoAsked() throws Exception {
        var gate = new CountDownLatch(1);
        idp.server().answer(Answer.token("t-1", Duration.ZERO).heldBy(gate));
        idp.server().answer(Answer.token("t-2", Duration.ZERO));
        TokenSource source = idp.source();
        Future<String> leader = threads.submit(() -> text(source));
        idp.server().awaitRequests(1);
        Future<String> waiter = waiting(source);

        gate.countDown();

        assertThat(leader.get()).isEqualTo("t-1");
        assertThat(waiter.get()).isEqualTo("t-1");
        assertThat(text(source)).isEqualTo("t-2");
    }

    @Test
    void renew_byAllWhoWereRefused_isOneRequestAndDoesNotTouchTheSuccessor() throws Exception {
        grant(Duration.ofMinutes(5));
        TokenSource source = idp.source();
        Secret refused = source.token().value();

        String first = source.renew(refused).value().reveal();
        String second = source.renew(refused).value().reveal();
        String third = idp.source().renew(refused).value().reveal();

        assertThat(first).isEqualTo("t-2");
        assertThat(second).isEqualTo("t-2");
        assertThat(third).isEqualTo("t-2");
        assertThat(idp.server().requests()).hasSize(2);
    }

    private void grant(Duration lifetime) {
        idp.server().otherwise(request -> Answer.token("t-" + issued.incrementAndGet(), lifetime));
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }

    /** A second caller, known to wait for the first. */
    private Future<String> waiting(TokenSource source) throws InterruptedException {
        var thread = new AtomicReference<Thread>();
        var started = new CountDownLatch(1);
        Future<String> call = threads.submit(() -> {
            thread.set(Thread.currentThread());
            started.countDown();
            return text(source);
        });
        started.await();
        while (Objects.requireNonNull(thread.get()).getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        return call;
    }
}
