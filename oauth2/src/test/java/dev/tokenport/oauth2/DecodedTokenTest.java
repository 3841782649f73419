package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token says of itself, and what of it cannot be read. */
final class DecodedTokenTest {

    private static final String HEADER = "{\"alg\":\"ES256\"}";

    @Test
    void jwt_anyClaims_isShownWithNumbersAsTheyWere() {
        assertThat(decoded("{\"a\":[],\"b\":{},\"c\":[1.50,{\"d\":null}],\"e\":true,\"n\":12345678901234567890123}"))
                .isEqualTo("""
                        {
                          "header": {
                            "alg": "ES256"
                          },
                          "claims": {
                            "a": [],
                            "b": {},
                            "c": [
                              1.50,
                              {
                                "d": null
                              }
                            ],
                            "e": true,
                            "n": 12345678901234567890123
                          },
                          "verified": false
                        }""");
    }

    @Test
    void jwt_timesThatAreNone_areLeftOut() {
        assertThat(decoded("{\"iat\":\"now\",\"nbf\":1e9,\"exp\":null}"))
                .contains("\"times\": {\n    \"nbf\": \"2001-09-09T01:46:40Z\"\n  }");
    }

    @Test
    void jwt_controlCharacters_areEscaped() {
        assertThat(decoded("{\"name\":\"\\u001b[2J\\u009b \\u202e \\u2028 größe \\ud83d\\ude00 \\ud800 \\\" \\\\\"}"))
                .contains("\"name\": \"\\u001b[2J\\u009b \\u202e \\u2028 größe 😀 \\ud800 \\\" \\\\\"");
    }

    @Test
    void jwe_fiveParts_showsItsHeaderAlone() {
        assertThat(DecodedToken.of(part("{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}") + ".a2V5.aXY.dGV4dA.dGFn")
                        .json())
                .isEqualTo("""
                        {
                          "header": {
                            "alg": "RSA-OAEP",
                            "enc": "A256GCM"
                          },
                          "encrypted": true,
                          "verified": false
                        }""");
    }

    @Test
    void jwt_nested_showsBothHeaders() {
        String inner = part(HEADER) + "." + part("{\"sub\":\"ada\"}") + ".c2ln";

        assertThat(DecodedToken.of(part("{\"alg\":\"RS256\",\"cty\":\"JWT\"}") + "." + part(inner) + ".c2ln")
                        .json())
                .isEqualTo("""
                        {
                          "header": {
                            "alg": "RS256",
                            "cty": "JWT"
                          },
                          "nested": {
                            "header": {
                              "alg": "ES256"
                            },
                            "claims": {
                              "sub": "ada"
                            },
                            "verified": false
                          },
                          "verified": false
                        }""");
    }

    @Test
    void jwt_nestedTooDeeply_isRefused() {
        String token = part(HEADER) + "." + part("{}") + ".c2ln";
        for (int i = 0; i < 8; i++) {
            token = part("{\"cty\":\"jwt\"}") + "." + part(token) + ".c2ln";
        }
        String deep = token;

        assertThatIllegalArgumentException().isThrownBy(() -> DecodedToken.of(deep));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0pa9ue", "a.b", "a.b.c.d", "a.b.c.d.e.f"})
    void token_otherParts_isOpaque(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecodedToken.of(token))
                .withMessage("is not a JWT: it is opaque, and only the authorization server knows what it says");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.e30.x|has the parts of a JWT, but its header is not Base64URL",
                "e30.*.x|has the header of a JWT, but its claims are not Base64URL",
                "WzFd.e30.x|has the parts of a JWT, but its header is not a JSON object",
                "e30..x|has the header of a JWT, but its claims are empty",
                "e30.eyJhIjoxLCJhIjoyfQ.x|has the header of a JWT, but its claims have a member twice",
            })
    void token_malformed_saysWhatIsWrongWithoutQuotingIt(String token, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecodedToken.of(token))
                .withMessage(message);
    }

    @Test
    void decodedToken_printed_showsNoClaim() {
        assertThat(DecodedToken.of(part(HEADER) + "." + part("{\"sub\":\"ada\"}") + ".c2ln"))
                .hasToString("DecodedToken");
    }

    private static String decoded(String claims) {
        return DecodedToken.of(part(HEADER) + "." + part(claims) + ".c2lnbmF0dXJl")
                .json();
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
