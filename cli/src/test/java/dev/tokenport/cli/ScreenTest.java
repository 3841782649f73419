package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ScreenTest {

    private final CommandLineProcess process = new CommandLineProcess();
    private final Session session = Session.in(process.world());

    @Test
    void answer_beforeTheEnd_isHeldBack() {
        session.screen().answerLine("token");

        assertThat(process.out()).isEmpty();
    }

    @Test
    void answer_atTheEnd_isUtf8AndNotRedacted() throws Exception {
        session.redactor().add("größe");
        session.screen().answerLine("größe");

        session.screen().flush();

        assertThat(process.out().getBytes(StandardCharsets.UTF_8))
                .isEqualTo("größe\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void answer_ofACommandThatFails_isDiscarded() throws Exception {
        session.screen().answerLine("token");

        session.screen().discard();
        session.screen().flush();

        assertThat(process.out()).isEmpty();
    }

    @Test
    void trace_withSecretInAMessage_isRedacted() {
        session.redactor().add("hunter2");

        session.screen().trace(new IllegalStateException("a", new IllegalArgumentException("hunter2")));

        assertThat(process.err())
                .startsWith("java.lang.IllegalStateException: a\n\tat ")
                .contains("Caused by: java.lang.IllegalArgumentException: ***\n")
                .doesNotContain("hunter2");
    }
}
