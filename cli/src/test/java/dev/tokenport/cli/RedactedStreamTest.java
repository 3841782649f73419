package dev.tokenport.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Redactor;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** What a library prints. */
final class RedactedStreamTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Redactor redactor = new Redactor();
    private final RedactedStream stream = new RedactedStream(printed, redactor);

    @Test
    void line_printedInPieces_isRedacted() {
        redactor.add("hünter2");
        var printing = stream.printing();

        printing.print("pw hün");
        printing.flush();
        printing.println("ter2 €");

        assertThat(printed.toString(UTF_8)).isEqualTo("pw *** €\n");
    }

    @Test
    void line_withoutAnEnd_isPassedOnWhenItIsFinished() throws Exception {
        redactor.add("hunter2");

        stream.printing().print("hunter2 ");
        String before = printed.toString(UTF_8);
        stream.finish();

        assertThat(before).isEmpty();
        assertThat(printed.toString(UTF_8)).isEqualTo("*** ");
    }

    @Test
    void thread_thatEnds_isToldOfWithoutSecrets() {
        var process = new CommandLineProcess();
        Session session = Session.in(process.world());
        session.redactor().add("hunter2");

        Tokenport.ended(session, new Thread("worker"), new IllegalStateException("no hunter2"));

        assertThat(process.err())
                .isEqualTo("unexpected IllegalStateException in the thread 'worker': no ***;"
                        + " run again with --stacktrace and report it\n");
    }
}
