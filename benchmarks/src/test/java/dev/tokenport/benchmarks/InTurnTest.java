package dev.tokenport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InTurnTest {

    @Test
    void measure_severalRounds_alternatesWhoIsFirstAndTakesMedians() throws Exception {
        var order = new StringBuilder();
        Deque<Double> ours = new ArrayDeque<>(List.of(99.0, 1.0, 4.0, 9.0));
        Deque<Double> theirs = new ArrayDeque<>(List.of(99.0, 2.0, 2.0, 3.0));

        InTurn turns = InTurn.measure(
                1,
                3,
                () -> {
                    order.append('a');
                    return ours.removeFirst();
                },
                () -> {
                    order.append('b');
                    return theirs.removeFirst();
                });

        assertThat(order).hasToString("baabbaab");
        assertThat(turns).isEqualTo(new InTurn(4, 2, 2));
    }
}
