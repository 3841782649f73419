package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeadlineTest {

    private final HandTime time = new HandTime();

    @Test
    void deadline_ofATime_neverStands() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(10), time);

        deadline.stop();
        time.pass(Duration.ofSeconds(4));
        deadline.goOn();

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(6));
        assertThat(deadline.total()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void deadline_ofWaiting_standsWhileNobodyWaits() {
        Deadline deadline = Deadline.ofWaiting(Duration.ofSeconds(10), time);

        time.pass(Duration.ofSeconds(3));
        deadline.stop();
        time.pass(Duration.ofHours(1));
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(7));
        deadline.goOn();
        time.pass(Duration.ofSeconds(2));

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(5));
        assertThat(deadline.passed()).isFalse();
        time.pass(Duration.ofSeconds(5));
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.remaining()).isEqualTo(Duration.ZERO);
    }

    @Test
    void deadline_stoppedTwiceOrGoingOnTwice_countsOnce() {
        Deadline deadline = Deadline.ofWaiting(Duration.ofSeconds(10), time);

        deadline.stop();
        time.pass(Duration.ofSeconds(3));
        deadline.stop();
        time.pass(Duration.ofSeconds(3));
        deadline.goOn();
        deadline.goOn();

        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void deadline_thatHasPassed_doesNotComeBack() {
        Deadline deadline = Deadline.ofWaiting(Duration.ofSeconds(1), time);

        time.pass(Duration.ofSeconds(2));
        deadline.stop();
        time.pass(Duration.ofSeconds(2));
        deadline.goOn();

        assertThat(deadline.passed()).isTrue();
    }

    @Test
    void orAfter_theEarlierOne() {
        Deadline deadline = Deadline.after(Duration.ofSeconds(10), time);

        assertThat(deadline.orAfter(Duration.ofSeconds(3)).remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.orAfter(Duration.ofSeconds(30))).isSameAs(deadline);
    }
}
