package dev.tokenport.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.WireAnswer;
import dev.tokenport.secret.Redactor;
import java.net.URI;

/** The refusal of a service, with {@code WWW-Authenticate} or {@code Location} and a body: what is said of it can be shown. */
final class RefusalFuzzTest {

    private static final URI URL = URI.create("https://api.example.org/orders");

    @FuzzTest
    void refusal(byte[] input) throws Exception {
        WireAnswer answer = WireAnswer.of(input);
        var redactor = new Redactor();
        redactor.add(Canary.TEXT);

        Bounds.within(input, () -> {
            Refusal refusal = Refusal.of(answer.response(), URL, 0, redactor);

            Messages.safeIfAny(refusal.explanation());
            assertThat(refusal.status()).isEqualTo(answer.status());
            assertThat(refusal.ofToken()).isIn(answer.status() == 401, false);
        });
    }

    @FuzzTest
    void redirect(byte[] input) throws Exception {
        WireAnswer answer = WireAnswer.of(input);

        Bounds.within(input, () -> {
            Messages.safe(Redirect.shown(answer.response(), URL));
            Redirect.of(answer.response(), URL).ifPresent(redirect -> {
                assertThat(redirect.target().isAbsolute()).isTrue();
                assertThat(redirect.target().getRawFragment()).isNull();
            });
        });
    }
}
