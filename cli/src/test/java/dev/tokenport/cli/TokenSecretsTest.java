package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the secrets of {@code tokenport token} come from, shown with a token that is only passed on. */
final class TokenSecretsTest {

    @TempDir
    Path folder;

    private final CommandLineProcess process = new CommandLineProcess();

    @BeforeEach
    void prepare() {
        process.with("OAUTH_GRANT_TYPE", "prefetched_token");
    }

    @Test
    void token_given_isPrintedAsItIs() {
        process.with("OAUTH_ACCESS_TOKEN", "t0ken").run("token");

        assertThat(process.out()).isEqualTo("t0ken\n");
        assertThat(process.err()).isEmpty();
    }

    @Test
    void token_expired_isPrintedWithAWarning() {
        process.with("OAUTH_ACCESS_TOKEN", "e30.eyJleHAiOjE3NjcyMjU1OTl9.c2ln").run("token", "--json");

        assertThat(process.out())
                .isEqualTo("{\"access_token\":\"e30.eyJleHAiOjE3NjcyMjU1OTl9.c2ln\",\"token_type\":\"Bearer\","
                        + "\"expires_at\":\"2025-12-31T23:59:59Z\",\"scope\":\"\"}\n");
        assertThat(process.err())
                .isEqualTo(
                        "warning: the token expired at 2025-12-31T23:59:59Z; it was given, not fetched, and cannot be"
                                + " renewed\n");
    }

    @Test
    void token_missing_isRefusedAndNothingElseIsNeeded() {
        ExitCode code = process.run("token");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--access-token (or the variable OAUTH_ACCESS_TOKEN) is missing\n");
    }

    @Test
    void process_allowed_isAskedFirst() throws IOException {
        Path script = script("echo \"t0ken-$1\"");
        process.with("OAUTH_ACCESS_TOKEN", "other");

        process.with("OAUTH_ACCESS_TOKEN_PROCESS", script.toString()).run("token", "--allow-processes");
        process.with("OAUTH_ACCESS_TOKEN_PROCESS", "[\"" + script + "\", \"a\"]")
                .run("token", "--allow-processes");
        process.run("token", "--allow-processes", "--access-token", "process:'" + script + "' b");

        assertThat(process.out()).isEqualTo("t0ken-\nt0ken-a\nt0ken-b\n");
        assertThat(process.err()).isEmpty();
    }

    @Test
    void process_notAllowed_isRefusedUnrunNamingTheOption() throws IOException {
        Path script = script("touch " + folder + "/ran; echo x");

        process.run("token", "--access-token", "process:" + script + " x");
        process.with("OAUTH_ACCESS_TOKEN_PROCESS", script.toString()).run("token");

        assertThat(process.err())
                .isEqualTo("--access-token: process:" + script
                        + " … would run a command; allow it with --allow-processes\n"
                        + "--access-token (from OAUTH_ACCESS_TOKEN_PROCESS): process:" + script
                        + " would run a command; allow it with --allow-processes\n");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void process_failing_isRefusedWithWhatItSaid() throws IOException {
        Path script = script("echo no key >&2; exit 3");

        ExitCode code = process.run("token", "--allow-processes", "--access-token", "process:" + script + " x");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--access-token: process:" + script + " …: exit code 3: no key\n");
    }

    @Test
    void references_faulty_areRefusedWithoutRepeatingThem() {
        process.run("token", "--access-token", "process:hunter2 'x");
        process.run("token", "--access-token", "encrypted:hunter2");
        process.with("OAUTH_ACCESS_TOKEN_PROCESS", "[hunter2]").run("token");

        assertThat(process.err()).isEqualTo("""
                --access-token: of the command after process: a quote is not closed
                --access-token: what follows encrypted: is not what 'tokenport encrypt' prints
                --access-token (from OAUTH_ACCESS_TOKEN_PROCESS) is neither a program nor a list such as ["program", \
                "argument"]
                """);
    }

    @Test
    void tokenUrl_ofACmem_isDerivedAndItsOriginTold() {
        process.with("OAUTH_GRANT_TYPE", "")
                .with("CMEM_BASE_URI", "htp://cmem.example.org/")
                .run("token", "--verify", "--client-id=c", "--client-secret=env:X");

        assertThat(process.err())
                .contains(
                        "  --token-url: htp://cmem.example.org/auth/realms/cmem/protocol/openid-connect/token  (from"
                                + " CMEM_BASE_URI)\n",
                        "--token-url (from CMEM_BASE_URI)"
                                + " 'htp://cmem.example.org/auth/realms/cmem/protocol/openid-connect/token' is not an"
                                + " http(s) URL\n");
    }

    @Test
    void tokenUrl_given_comesBeforeThatOfACmem() {
        process.with("OAUTH_GRANT_TYPE", "")
                .with("CMEM_BASE_URI", "https://cmem.example.org/")
                .with("OAUTH_TOKEN_URI", "htp://x")
                .run("token", "--client-id=c", "--client-secret=env:X");

        assertThat(process.err()).isEqualTo("--token-url (from OAUTH_TOKEN_URI) 'htp://x' is not an http(s) URL\n");
    }

    private Path script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("get.sh"), "#!/bin/sh\n" + body + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
