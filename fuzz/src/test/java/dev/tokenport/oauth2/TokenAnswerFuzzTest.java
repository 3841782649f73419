package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Canary;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.fuzz.WireAnswer;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The answer of a token endpoint, whatever it is: a token that can be used, or a {@link TokenException} that can be shown.
 * The client's secret is never in what is shown, and neither is a token of the answer.
 */
final class TokenAnswerFuzzTest {

    private static final String TOKEN = "to-k3n.of_the-answer";
    private static final Pattern WITH_TOKEN =
            Pattern.compile("\"(?:access|refresh|id)_token\"\\s*:\\s*\"" + Pattern.quote(TOKEN) + "\"");
    private static final URI ENDPOINT = URI.create("https://idp.example.org/token");
    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ofSeconds(60), Duration.ZERO);

    @FuzzTest
    void answer(byte[] input) throws Exception {
        WireAnswer answer = WireAnswer.of(input);
        TokenClient client = TokenClient.over(answer.transport())
                .time(ManualTime.start())
                .retry(ONCE)
                .listener(new Shown())
                .build();
        TokenRequest request = TokenRequest.clientCredentials(ENDPOINT, "orders", Secret.of(Canary.TEXT))
                .build();

        Bounds.within(input, () -> {
            try {
                check(client.fetch(request));
            } catch (TokenException e) {
                Messages.safe(e);
                if (WITH_TOKEN.matcher(answer.body()).find()) {
                    assertThat(e.getMessage()).doesNotContain(TOKEN);
                }
            }
        });
    }

    private static void check(AccessToken token) {
        assertThat(token.value().reveal()).isNotBlank();
        assertThat(token.value().reveal().chars()).noneMatch(Character::isISOControl);
        assertThat(token.lifetime()).isBetween(Duration.ZERO, Duration.ofDays(365));
        assertThat(token.expiresAt()).isEqualTo(ManualTime.START.plus(token.lifetime()));
        token.warnings().forEach(Messages::safe);
        assertThat(token.toString())
                .doesNotContain(
                        token.value().reveal().length() < 20
                                ? "\n"
                                : token.value().reveal());
    }

    /** What a listener is told is shown. */
    private static final class Shown implements TokenListener {

        @Override
        public void answered(ReceivedAnswer answer) {
            Messages.safeIfAny(answer.contentType());
            answer.members().forEach(Messages::safe);
        }

        @Override
        public void warned(String line) {
            Messages.safe(line);
        }
    }
}
