package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login by device, and what can be done with what it gave. */
final class LoginCommandTest {

    private static final String CODES =
            "{\"device_code\":\"d-1\",\"user_code\":\"WDJB-MJHT\",\"verification_uri\":\"https://idp.example.org/device\",\"interval\":1}";

    @TempDir
    private Path home;

    private final ScriptedServer server = ScriptedServer.start();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void login_thatAPersonAllows_isKeptForItsOwnerOnlyAndGivesTokens() throws Exception {
        server.answer(Answer.json(200, CODES), granted("t0ken-1", "r3fresh-1", 600));

        CommandLineProcess login = command();
        ExitCode code = login.run(loginArguments());
        CommandLineProcess token = command();
        token.run("token", "--login");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(login.err().lines())
                .containsExactly(
                        "open https://idp.example.org/device in a browser and enter the code WDJB-MJHT",
                        "waiting for 10 min 0 s at the most; Ctrl-C gives up",
                        "logged in as client 'cli' at " + server.url("/token") + "; kept in " + logins());
        assertThat(login.out()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logins())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(token.out()).isEqualTo("t0ken-1\n");
        assertThat(token.err()).isEmpty();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void token_thatHasExpired_isRenewedAndItsSuccessorsKept() throws Exception {
        server.answer(
                Answer.json(200, CODES),
                granted("t0ken-1", "r3fresh-1", 1),
                granted("t0ken-2", "r3fresh-2", 1),
                granted("t0ken-3", "r3fresh-3", 600));
        command().run(loginArguments());

        CommandLineProcess second = command();
        second.run("token", "--login");
        CommandLineProcess third = command();
        third.run("token", "--login");

        assertThat(second.out() + third.out()).isEqualTo("t0ken-2\nt0ken-3\n");
        assertThat(server.requests().subList(2, 4).stream()
                        .map(request -> request.form().get("refresh_token")))
                .containsExactly(List.of("r3fresh-1"), List.of("r3fresh-2"));
        assertThat(Files.readString(logins())).contains("r3fresh-3").doesNotContain("r3fresh-2", "t0ken-2");
    }

    @Test
    void renewal_thatIsRefused_saysToLogInAgain() {
        server.answer(
                Answer.json(200, CODES),
                granted("t0ken-1", "r3fresh-1", 1),
                Answer.json(400, "{\"error\":\"invalid_grant\",\"error_description\":\"r3fresh-1 is no more\"}"));
        command().run(loginArguments());

        CommandLineProcess token = command();
        ExitCode code = token.run("token", "--login");

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(token.err())
                .startsWith("no token from " + server.url("/token")
                        + " (grant refresh_token, client 'cli'): HTTP 400 invalid_grant: *** is no more")
                .endsWith("; log in again with 'tokenport login'\n");
        assertThat(token.out()).isEmpty();
    }

    @Test
    void logout_revokesAndForgets() throws Exception {
        server.answer(Answer.json(200, CODES), granted("t0ken-1", "r3fresh-1", 600));
        command().run(loginArguments());

        CommandLineProcess logout = command();
        ExitCode code = logout.run("logout");
        CommandLineProcess token = command();
        ExitCode afterwards = token.run("token", "--login");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(logout.err())
                .isEqualTo(
                        "warning: the tokens stay valid until they expire, since it is not known where they are revoked;"
                                + " --revocation-url tells it\nlogged out: client 'cli' at " + server.url("/token")
                                + "\n");
        assertThat(Files.readString(logins())).isEqualTo("[]\n");
        assertThat(afterwards).isEqualTo(ExitCode.REFUSED);
        assertThat(token.err()).isEqualTo("no login is kept in " + logins() + "; log in with 'tokenport login'\n");
    }

    @Test
    void logout_ofAnIssuerThatTellsWhere_revokesBothTokens() {
        String issuer = server.url("").toString();
        server.otherwise(request -> answer(request, issuer));
        command().run("login", "--issuer", issuer, "--client-id", "cli");

        CommandLineProcess logout = command();
        logout.run("logout");

        assertThat(logout.err()).isEqualTo("logged out: client 'cli' at " + issuer + "\n");
        assertThat(server.requests().stream()
                        .filter(request -> request.target().equals("/revoke"))
                        .map(request -> request.form().get("token")))
                .containsExactly(List.of("r3fresh-1"), List.of("t0ken-1"));
    }

    @Test
    void login_withoutPlaceToKeepIt_asksNobody() throws IOException {
        Files.writeString(home.resolve("file"), "");

        CommandLineProcess login = new CommandLineProcess()
                .with("TOKENPORT_LOGINS", home.resolve("file/logins").toString());
        ExitCode code = login.run(loginArguments());

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(login.err()).startsWith("the logins at " + home.resolve("file/logins") + " cannot be kept: ");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void file_thatIsBroken_isNamedAndNotQuoted() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(logins(), "[{\"client_id\": \"t0ken-1\", 7}]");

        CommandLineProcess token = command();
        ExitCode code = token.run("token", "--login");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(token.err())
                .isEqualTo("the file " + logins() + " is not valid JSON; repair it, or remove it and log in again\n");
    }

    @Test
    void login_withoutServer_namesWhatIsMissing() {
        CommandLineProcess login = command();

        ExitCode code = login.run("login");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(login.err())
                .isEqualTo("--token-url (or the variable OAUTH_TOKEN_URI) is missing; give it, or --issuer;"
                        + " --device-authorization-url is missing; give it, or --issuer;"
                        + " --client-id (or the variable OAUTH_CLIENT_ID) is missing\n");
    }

    private static Answer answer(RecordedRequest request, String issuer) {
        return switch (request.target()) {
            case "/.well-known/openid-configuration" ->
                Answer.json(
                        200,
                        "{\"issuer\":\"" + issuer + "\",\"token_endpoint\":\"" + issuer
                                + "/token\",\"revocation_endpoint\":\"" + issuer
                                + "/revoke\",\"device_authorization_endpoint\":\"" + issuer + "/device\"}");
            case "/device" -> Answer.json(200, CODES);
            case "/token" -> granted("t0ken-1", "r3fresh-1", 600);
            default -> Answer.status(200);
        };
    }

    private static Answer granted(String token, String refreshToken, int seconds) {
        return Answer.json(
                200,
                "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + seconds
                        + ",\"refresh_token\":\"" + refreshToken + "\"}");
    }

    private String[] loginArguments() {
        return new String[] {
            "login",
            "--token-url",
            server.url("/token").toString(),
            "--device-authorization-url",
            server.url("/device").toString(),
            "--client-id",
            "cli"
        };
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
