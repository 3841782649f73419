package dev.tokenport.cmem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link TaskIds}. */
final class TaskIdsTest {

    @Test
    void ids_ofAnyCharacters_areValidAndDifferent() {
        assertThat(TaskIds.of(List.of("a.b", "a_b", "a b", "-x", "ä", "Ok-1_2", "a_b_2")))
                .containsExactly(
                        java.util.Map.entry("a.b", "a_b_3"),
                        java.util.Map.entry("a_b", "a_b"),
                        java.util.Map.entry("a b", "a_b_4"),
                        java.util.Map.entry("-x", "_-x"),
                        java.util.Map.entry("ä", "_"),
                        java.util.Map.entry("Ok-1_2", "Ok-1_2"),
                        java.util.Map.entry("a_b_2", "a_b_2"));
    }
}
