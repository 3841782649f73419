package dev.tokenport.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private JWK that was handed over: a key that makes proofs, and is handed on as it was; or a fault that tells nothing of
 * it. In an input {@code @x}, {@code @y} and {@code @d} stand for the members of a key that is made for the run.
 */
final class DpopKeyFuzzTest {

    private static final String JWK = DpopKey.generate().secret().reveal();

    @FuzzTest
    void jwk(byte[] input) throws Exception {
        String text = new String(input, UTF_8)
                .replace("@x", member("x"))
                .replace("@y", member("y"))
                .replace("@d", member("d"));

        Bounds.within(input, () -> {
            try {
                DpopKey key = DpopKey.of(Secret.of(text));

                assertThat(key.thumbprint()).matches("[A-Za-z0-9_-]{43}");
                assertThat(DpopKey.of(key.secret()).thumbprint()).isEqualTo(key.thumbprint());
                assertThat(key.proof(
                                "POST",
                                URI.create("https://idp.example.org/token"),
                                Instant.EPOCH,
                                Optional.empty(),
                                Optional.empty()))
                        .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}");
                assertThat(key.toString()).isEqualTo(Secret.MASK);
            } catch (IllegalArgumentException e) {
                Messages.fit(e);
                assertThat(e.getMessage()).doesNotContain(member("d"));
            }
        });
    }

    private static String member(String name) {
        Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(JWK);
        assertThat(member.find()).isTrue();
        return member.group(1);
    }
}
