package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tokenport.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GivenTokenTest {

    @Test
    void token_thatIsAJwt_expiresWhenItSays() {
        var token = GivenToken.of(Secret.of(jwt("{\"exp\": 1767225600}")));

        assertThat(token.expiresAt()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(token.authorization().reveal()).isEqualTo("Bearer " + jwt("{\"exp\": 1767225600}"));
        assertThat(token).hasToString("GivenToken[Bearer]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exp\": \"soon\"}",
                "{\"exp\": \"1767225600\"}",
                "{\"exp\": 1767225600",
                "{\"exp\": 1767225600, \"exp\": 1767225600}",
                "[1]",
                "no JSON"
            })
    void token_whoseExpiryIsNotTold_hasNone(String claims) {
        assertThat(GivenToken.of(Secret.of(jwt(claims))).expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0paque", "a.b", "a.!.c", "a.b.c.d"})
    void token_thatIsNoJwt_hasNoExpiry(String text) {
        assertThat(GivenToken.of(Secret.of(text)).expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void token_empty_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GivenToken.of(Secret.of(text)))
                .withMessage("is empty; it must have a value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer t0ken", "t0ken\n", "t0\r\nX-Evil: 1", "t\u0000", "tökén"})
    void token_withACharacterThatNoTokenHas_isRefusedWithoutShowingIt(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GivenToken.of(Secret.of(text)))
                .withMessage("has a blank, a line break or another character in it that no token has (RFC 6750 §2.1)");
    }

    private static String jwt(String claims) {
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
