package dev.tokenport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FindingTest {

    @Test
    void reached_goalForTheRatio_isJudgedByTheRatio() {
        Finding finding = Finding.of("warm.1.jdk", "one at a time", Unit.PER_SECOND, 950)
                .beside(new Peer("bare client", 1000, 0.95))
                .shall(Goal.atLeast(0.9));

        assertThat(finding.reached()).contains(true);
        assertThat(finding.shall(Goal.atLeast(0.96)).reached()).contains(false);
    }

    @Test
    void reached_noPeer_isJudgedByTheFigure() {
        Finding finding = Finding.of("kept.1", "one thread", Unit.NANOSECONDS, 31);

        assertThat(finding.reached()).isEmpty();
        assertThat(finding.shall(Goal.atMost(30)).reached()).contains(false);
        assertThat(finding.shall(Goal.atMost(31)).reached()).contains(true);
    }

    @Test
    void peerIsBetter_rateOrTime_dependsOnTheUnit() {
        var faster = new Peer("peer", 1, 0.5);

        assertThat(Finding.of("a", "a", Unit.PER_SECOND, 1).beside(faster).peerIsBetter())
                .isTrue();
        assertThat(Finding.of("a", "a", Unit.MILLISECONDS, 1).beside(faster).peerIsBetter())
                .isFalse();
        assertThat(Finding.of("a", "a", Unit.MILLISECONDS, 1)
                        .beside(new Peer("peer", 1, 1.005))
                        .peerIsBetter())
                .isFalse();
    }
}
