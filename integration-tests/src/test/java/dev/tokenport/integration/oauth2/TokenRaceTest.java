package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What holds of tokens however many threads ask for them, renew them and give them up at the same time. */
final class TokenRaceTest {

    private static final int THREADS = 8;
    private static final Duration LONG = Duration.ofHours(1);

    /** Each token counts up a clock when it has been given up; who asks afterwards must not see it. */
    @RepeatedTest(5)
    void token_givenUpByWhoeverLikes_isNeverGivenAgainAndCostsOneRequest() throws Exception {
        Mint mint = Mint.granting(LONG);
        List<TokenSource> sources = List.of(mint.source(), mint.source(), mint.source());
        var clock = new AtomicLong();
        var givenUpAt = new AtomicLongArray(1 << 20);
        Set<String> givenUp = Collections.synchronizedSet(new HashSet<>());
        var thread = new AtomicInteger();

        Crowd<List<String>> crowd = Crowd.atOnce(THREADS, () -> {
            var random = new Random(thread.incrementAndGet());
            var wrong = new ArrayList<String>();
            for (int round = 0; round < 4_000; round++) {
                TokenSource source = sources.get(random.nextInt(sources.size()));
                long asked = clock.get();
                Secret token = source.token().value();
                long at = givenUpAt.get(number(token));
                if (at != 0 && at <= asked) {
                    wrong.add(token.reveal() + " was given up before");
                }
                if (random.nextInt(4) == 0) {
                    sources.get(random.nextInt(sources.size())).invalidate(token);
                    givenUp.add(token.reveal());
                    givenUpAt.compareAndSet(number(token), 0, clock.incrementAndGet());
                }
            }
            return wrong;
        });

        assertThat(crowd.results()).allMatch(List::isEmpty);
        String last = text(sources.get(0));
        assertThat(givenUp).doesNotContain(last);
        assertThat(mint.requests()).isEqualTo(givenUp.size() + 1);
    }

    @RepeatedTest(5)
    void renew_byAllWhoWereRefused_givesAllTheSameSuccessor() throws Exception {
        Mint mint = Mint.granting(LONG);
        List<TokenSource> sources = List.of(mint.source(), mint.source());
        String before = text(sources.get(0));

        for (int round = 1; round <= 100; round++) {
            Secret refused = Secret.of(before);
            var who = new AtomicInteger();
            Crowd<String> crowd = Crowd.atOnce(
                    THREADS,
                    () -> sources.get(who.getAndIncrement() % 2)
                            .renew(refused)
                            .value()
                            .reveal());

            assertThat(Set.copyOf(crowd.results())).containsExactly("t-" + (round + 1));
            before = "t-" + (round + 1);
        }

        assertThat(mint.requests()).isEqualTo(101);
    }

    @Test
    void invalidation_ofAnOldToken_neverDropsItsSuccessor() throws Exception {
        Mint mint = Mint.granting(LONG);
        TokenSource source = mint.source();
        Secret old = source.token().value();
        source.renew(old);

        Crowd<Set<String>> crowd = Crowd.atOnce(THREADS, () -> {
            var seen = new HashSet<String>();
            for (int round = 0; round < 5_000; round++) {
                source.invalidate(old);
                seen.add(text(source));
            }
            return seen;
        });

        assertThat(crowd.results()).allMatch(Set.of("t-2")::equals);
        assertThat(mint.requests()).isEqualTo(2);
    }

    @RepeatedTest(5)
    void secret_rotatedMeanwhile_isTheNewOneInWhateverIsAskedForAfterwards() throws Exception {
        var version = new AtomicInteger(1);
        Mint mint = Mint.granting(LONG);
        Secret secret = Secret.from("file:secret", () -> "v" + version);
        List<TokenSource> sources = List.of(mint.source(secret), mint.source(secret));

        for (int round = 1; round <= 100; round++) {
            Secret before = sources.get(0).token().value();
            int used = mint.requests();
            version.incrementAndGet();
            var who = new AtomicInteger();
            Crowd<String> crowd = Crowd.atOnce(
                    THREADS,
                    () -> sources.get(who.getAndIncrement() % 2)
                            .renew(before)
                            .value()
                            .reveal());

            assertThat(Set.copyOf(crowd.results())).containsExactly("t-" + (used + 1));
            assertThat(mint.requests()).isEqualTo(used + 1);
        }

        assertThat(mint.authorizations()).doesNotHaveDuplicates();
    }

    /** Places of spent tokens are cleared away while others are about to use them. */
    @RepeatedTest(5)
    void token_expiredForMany_isRequestedOncePerKeyAndPeriod() throws Exception {
        Mint mint = Mint.granting(Duration.ofMinutes(5));
        var sources = new ArrayList<TokenSource>();
        for (int key = 0; key < 3; key++) {
            for (int copy = 0; copy < 3; copy++) {
                sources.add(mint.source(Mint.request(Secret.of("s3cr3t")).scope("scope-" + key)));
            }
        }

        for (int period = 1; period <= 400; period++) {
            // Whoever asks for what was never asked for before clears away what is spent.
            TokenSource another = mint.source(Mint.request(Secret.of("s3cr3t")).scope("period-" + period));
            var who = new AtomicInteger();
            Crowd<String> crowd = Crowd.atOnce(10, () -> {
                int number = who.getAndIncrement();
                return text(number < 9 ? sources.get(number) : another);
            });

            assertThat(Set.copyOf(crowd.results())).hasSize(4);
            assertThat(mint.requests()).isEqualTo(4 * period);
            mint.time().advance(Duration.ofMinutes(5));
        }
    }

    private static String text(TokenSource source) throws Exception {
        return source.token().value().reveal();
    }

    private static int number(Secret token) {
        return Integer.parseInt(token.reveal().substring(2));
    }
}
