package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What {@code tokenport token --decode} shows of a token, and what it does not. */
final class TokenDecodeTest {

    private static final String JWT = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
            + part("{\"iss\":\"https://idp\",\"aud\":[\"orders\",\"größe\"],\"iat\":1767225600,\"exp\":1767225660.5}")
            + ".c2lnbmF0dXJl";

    private final CommandLineProcess process = new CommandLineProcess();

    @Test
    void accessToken_isAJwt_showsHeaderClaimsAndTimes() {
        ExitCode code = process.with("T", JWT).run("token", "--decode", "--access-token", "env:T");

        assertThat(process.err())
                .isEqualTo(
                        "warning: the token expired at 2026-01-01T00:01:00Z; it was given, not fetched, and cannot be"
                                + " renewed\n");
        assertThat(process.out()).isEqualTo("""
                {
                  "header": {
                    "alg": "RS256",
                    "typ": "JWT"
                  },
                  "claims": {
                    "iss": "https://idp",
                    "aud": [
                      "orders",
                      "größe"
                    ],
                    "iat": 1767225600,
                    "exp": 1767225660.5
                  },
                  "times": {
                    "iat": "2026-01-01T00:00:00Z",
                    "exp": "2026-01-01T00:01:00Z"
                  },
                  "verified": false
                }
                """);
        assertThat(code).isEqualTo(ExitCode.DONE);
    }

    @Test
    void accessToken_hyphen_isReadFromStandardInput() {
        ExitCode code = process.typing(JWT).run("token", "--decode", "--access-token", "-");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out()).contains("\"iss\": \"https://idp\"").doesNotContain("c2lnbmF0dXJl");
    }

    @Test
    void accessToken_isOpaque_saysSoInOneLine() {
        ExitCode code = process.with("T", "0pa9ue-t0ken").run("token", "--decode", "--access-token", "env:T");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(process.out()).isEmpty();
        assertThat(process.err())
                .isEqualTo("the token is not a JWT: it is opaque, and only the authorization server knows what it"
                        + " says\n");
    }

    @Test
    void accessToken_isMalformed_saysWhatIsWrong() {
        ExitCode code = process.with("T", part("{}") + "." + part("[1]") + ".x")
                .run("token", "--decode", "--access-token", "env:T");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(process.err())
                .isEqualTo("the token has the header of a JWT, but its claims are not a JSON object\n");
    }

    @Test
    void decode_withVerify_isRefused() {
        process.run("token", "--decode", "--verify");

        assertThat(process.err()).isEqualTo("--json, --verify and --decode exclude each other\n");
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
