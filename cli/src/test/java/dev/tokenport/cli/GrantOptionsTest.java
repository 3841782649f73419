package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the further grants need on the command line, and what they refuse. */
final class GrantOptionsTest {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final CommandLineProcess process = new CommandLineProcess();

    private String refused(String grant, String... more) {
        var arguments = new ArrayList<>(List.of("token", "--grant-type", grant, "--token-url", "http://localhost:1/t"));
        arguments.addAll(List.of(more));
        ExitCode code = process.run(arguments.toArray(String[]::new));
        assertThat(code).isEqualTo(ExitCode.REFUSED);
        return process.err();
    }

    @Test
    void refreshToken_withNothingGiven_namesWhatIsMissing() {
        assertThat(refused("refresh_token"))
                .isEqualTo("--refresh-token (or the variable OAUTH_REFRESH_TOKEN) is missing;"
                        + " --client-id (or the variable OAUTH_CLIENT_ID) is missing\n");
    }

    @Test
    void refreshToken_withoutOneInTheFileEither_isNamed(@TempDir Path folder) {
        Path file = folder.resolve("token");

        assertThat(refused("refresh_token", "--client-id", "c", "--refresh-token-file", file.toString()))
                .isEqualTo("--refresh-token (or the variable OAUTH_REFRESH_TOKEN) is missing, and there is none in '"
                        + file + "'\n");
    }

    @Test
    void assertion_withNeitherItNorAKey_isNamed() {
        assertThat(refused(JWT_BEARER)).isEqualTo("--assertion (or the variable OAUTH_ASSERTION) is missing\n");
    }

    @Test
    void assertion_withAKeyButNobodyWhoMakesIt_isNamed() {
        assertThat(refused(JWT_BEARER, "--client-key-file", "key.pem"))
                .isEqualTo("--assertion-issuer is missing, as is the client id\n");
    }

    @Test
    void assertion_withFaultyOptions_namesThemAll() {
        assertThat(refused(
                        JWT_BEARER,
                        "--client-key-file",
                        "key.pem",
                        "--assertion-issuer",
                        "me",
                        "--assertion-lifetime",
                        "soon"))
                .startsWith("--assertion-lifetime 'soon' ");
        assertThat(refused(
                        JWT_BEARER,
                        "--client-key-file",
                        "key.pem",
                        "--assertion-issuer",
                        "me",
                        "--assertion-claims",
                        "{\"iss\": \"other\"}"))
                .endsWith("--assertion-claims names 'iss', which is set by an option of its own\n");
    }

    @Test
    void subjectToken_missing_isNamed() {
        assertThat(refused(TOKEN_EXCHANGE))
                .isEqualTo("--subject-token (or the variable OAUTH_SUBJECT_TOKEN) is missing\n");
    }

    @Test
    void secrets_givenInTheClear_areRefusedWithoutRepeatingThem() {
        for (String option : new String[] {"--refresh-token", "--assertion", "--subject-token", "--actor-token"}) {
            var one = new CommandLineProcess();

            ExitCode code = one.run("token", option, "hunter2");

            assertThat(code).isEqualTo(ExitCode.REFUSED);
            assertThat(one.err())
                    .contains(option + " takes env:NAME, file:PATH, process:COMMAND, encrypted:LITERAL or -")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void verification_ofAnExchange_tellsWhatIsUsedAndNotSet() {
        process.with("OAUTH_SUBJECT_TOKEN", "s3cret-subject");

        String told = refused(TOKEN_EXCHANGE, "--verify", "--requested-token-type", "jwt", "--attempts", "0");

        assertThat(told)
                .contains("  --subject-token: ***  (from OAUTH_SUBJECT_TOKEN)")
                .contains("  --actor-token: not set: neither given nor in OAUTH_ACTOR_TOKEN")
                .contains("  --requested-token-type: jwt")
                .doesNotContain("--user-name", "--refresh-token", "s3cret-subject");
    }
}
