package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Ten thousand threads that wait for one token, and what some of them do to the others: nothing. */
final class TokenCrowdTest {

    private static final int CALLERS = 10_000;
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void token_tenThousandThreadsWaitForIt_isRequestedOnce() throws Exception {
        var gate = new CountDownLatch(1);
        Mint mint = new Mint(number -> {
            gate.await();
            return Mint.token(number, LONG);
        });
        TokenSource source = mint.source();
        var crowd = new Crowd<String>();
        for (int i = 0; i < CALLERS; i++) {
            crowd.join(() -> text(source));
        }

        crowd.awaitBlocked();
        gate.countDown();

        assertThat(crowd.results()).hasSize(CALLERS).containsOnly("t-1");
        assertThat(mint.requests()).isEqualTo(1);
    }

    @Test
    void failure_tenThousandThreadsWaitForIt_isGivenToAllAndNotKept() throws Exception {
        var gate = new CountDownLatch(1);
        Mint mint = new Mint(number -> {
            gate.await();
            return number == 1 ? "{\"error\":\"invalid_client\"}" : Mint.token(number, LONG);
        });
        TokenSource source = mint.source();
        var crowd = new Crowd<String>();
        for (int i = 0; i < CALLERS; i++) {
            crowd.join(() -> {
                try {
                    return text(source);
                } catch (CredentialsRefusedException e) {
                    return "refused";
                }
            });
        }

        crowd.awaitBlocked();
        gate.countDown();

        assertThat(crowd.results()).hasSize(CALLERS).containsOnly("refused");
        assertThat(mint.requests()).isEqualTo(1);
        assertThat(text(source)).isEqualTo("t-2");
    }

    @Test
    void defect_inTheMiddleOfARequest_isGivenToAllWhoWaitAndNotMetAgainByEach() throws Exception {
        var gate = new CountDownLatch(1);
        Mint mint = new Mint(number -> {
            gate.await();
            throw new IllegalStateException("a defect");
        });
        TokenSource source = mint.source();
        var crowd = new Crowd<String>();
        for (int i = 0; i < 100; i++) {
            crowd.join(() -> text(source));
        }

        crowd.awaitBlocked();
        gate.countDown();

        for (int i = 0; i < 100; i++) {
            int number = i;
            assertThatThrownBy(() -> crowd.result(number))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("a defect");
        }
        assertThat(mint.requests()).isEqualTo(1);
    }

    @RepeatedTest(5)
    void waiters_interruptedAtRandom_harmNobodyElse() throws Exception {
        var random = new Random(7);
        for (int round = 0; round < 20; round++) {
            var gate = new CountDownLatch(1);
            Mint mint = new Mint(number -> {
                gate.await();
                return Mint.token(number, LONG);
            });
            TokenSource source = mint.source();
            var crowd = new Crowd<String>();
            for (int i = 0; i < 100; i++) {
                crowd.join(() -> {
                    try {
                        return text(source);
                    } catch (InterruptedException e) {
                        return Thread.currentThread().isInterrupted() ? "interrupted" : "flag lost";
                    }
                });
            }
            crowd.awaitBlocked();
            var interrupted = new HashSet<Integer>();
            for (int i = 0; i < 50; i++) {
                int number = random.nextInt(100);
                interrupted.add(number);
                crowd.interrupt(number);
            }
            for (int number : interrupted) {
                assertThat(crowd.result(number)).isEqualTo("interrupted");
            }

            gate.countDown();

            String token = "t-" + mint.requests();
            for (int i = 0; i < 100; i++) {
                if (!interrupted.contains(i)) {
                    token = crowd.result(i);
                    assertThat(token).isEqualTo("t-" + mint.requests());
                }
            }
            assertThat(text(source)).isEqualTo(token);
        }
    }

    @Test
    void leader_interruptedWhileItReadsTheSecret_harmsNobodyElse() throws Exception {
        var gate = new CountDownLatch(1);
        var reads = new AtomicInteger();
        Secret secret = Secret.from("process:pass show orders", () -> {
            try {
                reads.incrementAndGet();
                gate.await();
                return "s3cr3t";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SecretUnavailableException("process:pass: interrupted", e);
            }
        });
        Mint mint = Mint.granting(LONG);
        TokenSource source = mint.source(secret);
        var leader = new Crowd<String>().join(() -> text(source)).awaitBlocked();
        var waiters = new Crowd<String>();
        for (int i = 0; i < 10; i++) {
            waiters.join(() -> text(source));
        }
        waiters.awaitBlocked();

        leader.interrupt(0);
        assertThatThrownBy(() -> leader.result(0)).hasCauseInstanceOf(InterruptedException.class);
        gate.countDown();

        assertThat(waiters.results()).containsOnly("t-1");
        assertThat(reads).hasValue(2);
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }
}
