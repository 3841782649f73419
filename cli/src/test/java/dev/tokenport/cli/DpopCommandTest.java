package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that tokens are bound to, on the command line. */
final class DpopCommandTest {

    @TempDir
    private Path folder;

    private final CommandLineProcess process = new CommandLineProcess()
            .with("OAUTH_TOKEN_URI", "http://localhost:1/token")
            .with("OAUTH_CLIENT_ID", "c")
            .with("OAUTH_CLIENT_SECRET", "s3cret");

    @Test
    void keygen_makesAKeyForItsOwnerAndTellsItsThumbprint() throws Exception {
        Path file = folder.resolve("key.jwk");

        ExitCode code = process.run("keygen", "--dpop", file.toString());

        String jwk = Files.readString(file);
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out())
                .isEqualTo(file + ": a new key for tokens; its thumbprint (jkt) is "
                        + DpopKey.of(Secret.of(jwk)).thumbprint() + "\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keygen_fileIsThere_isNotOverwritten() throws Exception {
        Path file = Files.writeString(folder.resolve("key.jwk"), "mine");

        ExitCode code = process.run("keygen", "--dpop", file.toString());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("the file '" + file + "' is there already and is not overwritten\n");
        assertThat(file).hasContent("mine");
    }

    @Test
    void keygen_withRotation_isRefused() {
        process.run("keygen", "--dpop", "--rotate", folder.resolve("k").toString());

        assertThat(process.err())
                .isEqualTo("--dpop makes a new key; --rotate and --drop-old are for keys of secrets\n");
    }

    @Test
    void token_boundToAKeyThatNobodyHas_isRefusedBeforeAnythingIsSent() {
        ExitCode code = process.run("token", "--dpop");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err())
                .isEqualTo(
                        "--dpop needs a key, --dpop-key or the variable OAUTH_DPOP_KEY, without which the token would"
                                + " be of no use; with --verify one is made for the check\n");
    }

    @Test
    void key_thatIsNone_isRefusedWithoutShowingIt() {
        ExitCode code = process.with("KEY", "k3y-t3xt").run("token", "--dpop-key", "env:KEY");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).isEqualTo("--dpop-key is not a JWK (RFC 7517)\n");
    }

    @Test
    void key_ofTheVariable_isUsedOnlyWhereItIsWanted() {
        process.with("OAUTH_DPOP_KEY", "k3y-t3xt");

        assertThat(process.run("token", "--attempts", "1")).isEqualTo(ExitCode.FAILED);
        assertThat(process.run("token", "--attempts", "1", "--dpop")).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).endsWith("--dpop-key (from OAUTH_DPOP_KEY) is not a JWK (RFC 7517)\n");
    }

    @Test
    void key_givenInTheClear_isRefusedWithoutRepeatingIt() {
        process.run("token", "--dpop-key", "{\"kty\":\"EC\"}");

        assertThat(process.err())
                .startsWith("--dpop-key takes env:NAME, file:PATH,")
                .doesNotContain("kty");
    }

    @Test
    void tokenFetchedElsewhere_withItsKey_isOfTheTypeDpop() throws Exception {
        DpopKey key = DpopKey.generate();
        Path file = Files.writeString(folder.resolve("key.jwk"), key.secret().reveal());

        ExitCode code = process.with("OAUTH_ACCESS_TOKEN", "t-1")
                .run("token", "--grant-type", "prefetched_token", "--dpop-key", "file:" + file, "--json");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out())
                .isEqualTo(
                        "{\"access_token\":\"t-1\",\"token_type\":\"DPoP\",\"expires_at\":null,\"scope\":\"\",\"jkt\":\""
                                + key.thumbprint() + "\"}\n");
    }

    @Test
    void program_getsTheTokenAndNotTheKey() throws Exception {
        process.with("OAUTH_ACCESS_TOKEN", "t-1")
                .with("MY_KEY", DpopKey.generate().secret().reveal())
                .run("exec", "--grant-type", "prefetched_token", "--dpop-key", "env:MY_KEY", "--", "true");

        assertThat(process.err()).isEmpty();
        assertThat(process.programs()).hasSize(1);
        assertThat(process.programs().get(0).toString()).contains("MY_KEY").contains("OAUTH_DPOP_KEY");
    }
}
