package dev.tokenport.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A token that may be a JWT: it has an expiry between 1970 and the year 12000, or none, and nothing else happens. */
final class JwtFuzzTest {

    private static final Duration LAST = Duration.ofDays(365L * 10_000);
    private static final Pattern WHOLE_SECONDS = Pattern.compile("\\{\"exp\":([1-9][0-9]{0,15})}");

    @FuzzTest
    void claims(byte[] input) throws Exception {
        String claims = Base64.getUrlEncoder().withoutPadding().encodeToString(input);
        Matcher seconds = WHOLE_SECONDS.matcher(new String(input, UTF_8));

        Bounds.within(input, () -> {
            Optional<Duration> expiry = Lifetime.expiry("eyJhbGciOiJFUzI1NiJ9." + claims + ".c2ln");

            expiry.ifPresent(end -> assertThat(end).isBetween(Duration.ZERO, LAST));
            if (seconds.matches()) {
                assertThat(expiry.map(Duration::toSeconds))
                        .contains(Math.min(Long.parseLong(seconds.group(1)), LAST.toSeconds()));
            }
        });
    }

    @FuzzTest
    void token(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                GivenToken token = GivenToken.of(Secret.of(text));

                assertThat(token.authorization().reveal()).isEqualTo("Bearer " + text);
                assertThat(token.expiresAt().orElse(Instant.EPOCH)).isBetween(Instant.EPOCH, Instant.EPOCH.plus(LAST));
            } catch (IllegalArgumentException e) {
                Messages.fit(e);
                if (text.length() > 8) {
                    assertThat(e.getMessage()).doesNotContain(text);
                }
            }
        });
    }
}
