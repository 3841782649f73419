package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {

    @Test
    void count_ofOneAndMany_isInTheRightNumber() {
        assertThat(Words.count(1, "entity")).isEqualTo("1 entity");
        assertThat(Words.count(0, "entity")).isEqualTo("0 entities");
        assertThat(Words.count(2, "key")).isEqualTo("2 keys");
        assertThat(Words.count(3, "task")).isEqualTo("3 tasks");
    }
}
