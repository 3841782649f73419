package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be done with a login that was kept, and where none is looked for. */
final class LoginFaultsTest {

    @TempDir
    private Path home;

    @Test
    void token_ofALogin_forAnotherScope_isRefused() {
        CommandLineProcess token = command();

        ExitCode code = token.run("token", "--login", "--scope", "other");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(token.err())
                .isEqualTo("--login gives a token for what the login was for: --scope, --audience and --resource belong"
                        + " to 'tokenport login'\n");
    }

    @Test
    void logout_overPlainHttp_saysWhyNothingWasRevoked() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(
                logins(),
                "[{\"token_url\":\"http://far.example.org/token\",\"client_id\":\"cli\\u0007\",\"access_token\":\"t0ken-1\","
                        + "\"token_type\":\"Bearer\",\"expires_at\":\"2026-01-01T00:00:00Z\"}]");

        CommandLineProcess logout = command();
        logout.run("logout");

        assertThat(logout.err())
                .isEqualTo("warning: the tokens stay valid until they expire, since nobody was asked to revoke them:"
                        + " --token-url (or the variable OAUTH_TOKEN_URI) 'http://far.example.org/token' is plain http to"
                        + " a far host, where everyone on the way can read the credentials; use https, or set"
                        + " allow_insecure_http\nlogged out: client 'cli\uFFFD' at http://far.example.org/token\n");
    }

    @Test
    void login_inAFolderOfSettingsThatIsRelative_passesItOver() {
        CommandLineProcess token =
                new CommandLineProcess().with("XDG_CONFIG_HOME", "settings").with("HOME", home.toString());

        token.run("token", "--login");

        assertThat(token.err())
                .isEqualTo("no login is kept in " + home.resolve(".config/tokenport/logins.json")
                        + "; log in with 'tokenport login'\n");
    }

    private CommandLineProcess command() {
        return new CommandLineProcess().with("XDG_CONFIG_HOME", home.toString());
    }

    private Path folder() {
        return home.resolve("tokenport");
    }

    private Path logins() {
        return folder().resolve("logins.json");
    }
}
