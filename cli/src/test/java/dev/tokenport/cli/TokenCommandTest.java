package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the token command refuses before anything is read, asked for or sent. */
final class TokenCommandTest {

    private static final String CLEAR_SECRET =
            " takes env:NAME, file:PATH, process:COMMAND, encrypted:LITERAL or - and never the secret itself, which every"
                    + " user of this machine could read in the list of processes\n";

    private final CommandLineProcess process = new CommandLineProcess();

    @Test
    void values_areAllMissing_areNamedInOneLine() {
        ExitCode code = process.run("token");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo("--token-url (or the variable OAUTH_TOKEN_URI) is missing; give it, or --issuer;"
                        + " --client-id (or the variable OAUTH_CLIENT_ID) is missing;"
                        + " --client-secret (or the variable OAUTH_CLIENT_SECRET) is missing\n");
        assertThat(process.out()).isEmpty();
    }

    @Test
    void tokenUrl_isNoHttpUrl_isNamedAsTheOptionIs() {
        process.with("S", "s3cret")
                .run("token", "--token-url", "htp://x", "--client-id", "c", "--client-secret", "env:S");

        assertThat(process.err()).isEqualTo("--token-url 'htp://x' is not an http(s) URL\n");
    }

    @Test
    void tokenUrl_ofVariableIsFaulty_namesTheVariable() {
        process.with("OAUTH_TOKEN_URI", "htp://x")
                .with("OAUTH_CLIENT_ID", "c")
                .with("OAUTH_CLIENT_SECRET", "s3cret")
                .run("token");

        assertThat(process.err()).isEqualTo("--token-url (from OAUTH_TOKEN_URI) 'htp://x' is not an http(s) URL\n");
    }

    @Test
    void grantType_isNeither_namesBoth() {
        process.with("OAUTH_CLIENT_SECRET", "s3cret")
                .run("token", "--grant-type", "implicit", "--token-url", "http://localhost/t", "--client-id", "c");

        assertThat(process.err())
                .isEqualTo("--grant-type 'implicit' is none of client_credentials, password, refresh_token,"
                        + " urn:ietf:params:oauth:grant-type:jwt-bearer,"
                        + " urn:ietf:params:oauth:grant-type:token-exchange and prefetched_token\n");
    }

    @Test
    void clientSecret_isGivenInTheClear_isRefusedWithoutRepeatingIt() {
        ExitCode code = process.run(
                "token", "--token-url", "http://localhost/t", "--client-id", "c", "--client-secret", "hunter2");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--client-secret" + CLEAR_SECRET);
    }

    @Test
    void clientSecret_namesUnsetVariable_isRefused() {
        ExitCode code = process.run(
                "token", "--token-url", "http://localhost/t", "--client-id", "c", "--client-secret", "env:NOPE");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--client-secret: env:NOPE is not set\n");
    }

    @Test
    void clientSecret_isEmptyFile_isRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "\n");

        ExitCode code = process.run(
                "token", "--token-url", "http://localhost/t", "--client-id", "c", "--client-secret", "file:" + file);

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--client-secret is empty; it must have a value\n");
    }

    @Test
    void twoSecrets_areAskedFor_inTheOrderOfClientAndUser() {
        process.typing("first")
                .run(
                        "token",
                        "--grant-type=password",
                        "--token-url=http://localhost/t",
                        "--client-id=c",
                        "--user-name=u",
                        "--password",
                        "-",
                        "--client-secret",
                        "-");

        assertThat(process.prompts()).containsExactly("client secret", "password");
        assertThat(process.err()).isEqualTo("--password: standard input has no line for it\n");
    }

    @Test
    void secret_isAskedForWithFaultyUrl_isNotAskedFor() {
        process.run("token", "--token-url", "htp://x", "--client-id", "c", "--client-secret", "-");

        assertThat(process.prompts()).isEmpty();
    }

    @Test
    void farHttp_withoutOptingIn_isRefused() {
        ExitCode code = process.with("OAUTH_CLIENT_SECRET", "s3cret")
                .run("token", "--token-url", "http://idp.example.org/t", "--client-id", "c");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(
                        "--token-url 'http://idp.example.org/t' is plain http to a far host, where everyone on the way can"
                                + " read the credentials; use https, or set --allow-insecure-http\n");
    }

    @Test
    void advancedValues_areFaulty_areAllNamedAsTheOptionsAre() {
        ExitCode code = process.with("OAUTH_CLIENT_SECRET", "s3cret")
                .run("token", "--token-url=http://localhost/t", "--client-id=c", "--attempts=0", "--timeout=0s");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--timeout '0s' is not positive; --attempts '0' is less than 1\n");
    }

    @Test
    void advancedValues_areOfTheWrongType_areAllNamedAsTheOptionsAre() {
        ExitCode code = process.with("OAUTH_CLIENT_SECRET", "s3cret")
                .run(
                        "token",
                        "--token-url=http://localhost/t",
                        "--client-id=c",
                        "--secret-encoding=base64",
                        "--timeout=soon",
                        "--attempts=many");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .hasLineCount(1)
                .contains("--secret-encoding 'base64' ", "; --timeout 'soon' ", "; --attempts 'many' ");
    }

    @Test
    void jsonAndVerify_together_areRefused() {
        process.run("token", "--json", "--verify");

        assertThat(process.err()).isEqualTo("--json, --verify and --decode exclude each other\n");
    }

    @Test
    void verify_isRefused_explainsOnStandardErrorWhatWasGiven() {
        ExitCode code = process.with("OAUTH_CLIENT_SECRET", "s3cret")
                .run("token", "--verify", "--token-url", "https://me:hunter2@idp.example.org/t", "--client-id", "c");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.out()).isEmpty();
        assertThat(process.err())
                .startsWith("""
                        Configured
                          --grant-type: client_credentials  (default)
                          --token-url: https://***@idp.example.org/t  (from --token-url)
                          --client-id: c  (from --client-id)
                          --client-secret: ***  (from OAUTH_CLIENT_SECRET)
                        """)
                .contains("To change\n--token-url 'https://***@idp.example.org/t'")
                .doesNotContain("hunter2", "s3cret");
    }
}
