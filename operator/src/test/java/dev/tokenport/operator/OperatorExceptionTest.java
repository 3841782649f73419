package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OperatorExceptionTest {

    @Test
    void message_ofSeveralLines_isOneLine() {
        assertThat(new OperatorException("a\nb\u001b[2J\u009b\u2028\u202e")).hasMessage("a b\ufffd[2J\ufffd \ufffd");
    }
}
