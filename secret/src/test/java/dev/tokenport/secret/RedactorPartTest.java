package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the redactors of runs know of each other, and what that of their process knows. */
final class RedactorPartTest {

    private final Redactor redactor = new Redactor();

    @Test
    void part_ofARedactor_knowsTheWholeAndNotTheOtherParts() {
        redactor.add("of-the-process");
        Redactor one = redactor.part();
        Redactor other = redactor.part();
        one.add("of-the-one");
        other.add("of-the-other");

        String text = "of-the-process, of-the-one, of-the-other";
        assertThat(one.redact(text)).isEqualTo("***, ***, of-the-other");
        assertThat(other.redact(text)).isEqualTo("***, of-the-one, ***");
        assertThat(redactor.redact(text)).isEqualTo("***, ***, ***");
    }

    @Test
    void part_thatHasEnded_isForgottenByTheWhole() {
        Redactor part = redactor.part();
        part.add("hunter2");

        part.end();

        assertThat(redactor.redact("hunter2")).isEqualTo("hunter2");
        assertThat(part.redact("hunter2")).isEqualTo("***");
    }

    @Test
    void secrets_ofPartsThatOverlap_areReplacedTogether() {
        redactor.part().add("abcdef");
        redactor.part().add("defghi");

        assertThat(redactor.redact("<abcdefghi>")).isEqualTo("<***>");
    }
}
