package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.RefusingPort;
import dev.tokenport.testkit.ScriptedServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code tokenport token --verify}: the section "Checked". */
@Timeout(60)
final class VerifyCommandTest {

    private static final String SECRET = "s3cret-of-the-client";
    private static final String TOKEN = "t0ken-for-nobody";

    private final ScriptedServer server = ScriptedServer.start();
    private final CommandLineProcess process =
            new CommandLineProcess().with("OAUTH_CLIENT_ID", "orders").with("OAUTH_CLIENT_SECRET", SECRET);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tokenEndpoint_thatGivesAToken_isCheckedBeforeTheRequest() {
        server.otherwise(VerifyCommandTest::answer);

        ExitCode code = verify("--token-url", server.url("/token").toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.err()).isEmpty();
        assertThat(process.out())
                .contains("Checked\n  URL: ok, " + server.url("/token") + "\n"
                        + "  proxy: ok, none (this machine is asked directly)\n"
                        + "  DNS: ok, not asked: 127.0.0.1 is an address\n"
                        + "  TCP: ok, connected to 127.0.0.1:" + server.port() + " (")
                .containsPattern("""
                         \\(\\d+ ms\\)
                          HTTP: ok, HTTP/1.1 with status 405 \\(asked with HEAD, without credentials\\)
                          metadata: not asked; --issuer would tell what the server offers
                        Sent
                          POST\s""")
                .contains("Answered\n  status: HTTP 200\n", "To change\n  nothing\n")
                .doesNotContain(SECRET, TOKEN);
        assertThat(server.requests()).extracting(RecordedRequest::method).containsExactly("HEAD", "POST");
        assertThat(server.requests().get(0).headers().contains("Authorization")).isFalse();
    }

    @Test
    void issuer_thatOffersWhatIsConfigured_isTold() {
        server.otherwise(request -> request.target().startsWith("/.well-known/openid")
                ? metadata(server.url("/token").toString(), "client_credentials", "client_secret_basic")
                : answer(request));

        ExitCode code = verify("--issuer", issuer());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out())
                .contains("  metadata: ok, found at " + issuer() + "/.well-known/openid-configuration\n"
                        + "    issuer: " + issuer() + "\n"
                        + "    token endpoint: " + issuer() + "/token\n"
                        + "    grants: client_credentials; client_credentials is among them\n"
                        + "    client authentications: client_secret_basic; client_secret_basic is among them\n"
                        + "Sent\n")
                .contains("To change\n  nothing\n");
    }

    @Test
    void issuer_thatDoesNotOfferWhatIsConfigured_isToldWithWhatToChange() {
        server.otherwise(request -> request.target().startsWith("/.well-known/openid")
                ? metadata(server.url("/token").toString(), "password", "private_key_jwt")
                : answer(request));

        verify("--issuer", issuer());

        assertThat(process.out()).contains("""
                            grants: password; client_credentials is not among them
                            client authentications: private_key_jwt; client_secret_basic is not among them
                        """, """
                        To change
                          the server offers the grants password, and not client_credentials
                          the server offers the client authentications private_key_jwt, and not client_secret_basic
                        """);
    }

    @Test
    void issuer_thatTellsNothing_isTheEnd() {
        server.otherwise(request -> request.method().equals("HEAD") ? Answer.status(200) : Answer.status(404));

        ExitCode code = verify("--issuer", issuer());

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(process.out()).isEmpty();
        String message = "no metadata of the issuer " + issuer() + " (client 'orders'): HTTP 404 at " + issuer()
                + "/.well-known/openid-configuration, HTTP 404 at " + issuer()
                + "/.well-known/oauth-authorization-server; check the issuer, or give the token endpoint itself\n";
        assertThat(process.err())
                .contains("  HTTP: ok, HTTP/1.1 with status 200 (asked with HEAD, without credentials)\n"
                        + "  metadata: failed, " + message + "To change\n" + message)
                .doesNotContain("Sent");
    }

    @Test
    void issuer_thatTellsNothingBesideATokenEndpoint_isToldAndTheEndpointAsked() {
        server.otherwise(request -> request.method().equals("GET") ? Answer.status(404) : answer(request));

        ExitCode code =
                verify("--issuer", issuer(), "--token-url", server.url("/token").toString());

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out())
                .containsPattern(
                        "  metadata: failed, no metadata of the issuer .*; the token endpoint given is asked all"
                                + " the same\nSent\n");
    }

    @Test
    void tokenEndpoint_elsewhereThanTheIssuer_isCheckedToo() {
        try (var gone = RefusingPort.open()) {
            server.otherwise(request -> request.method().equals("HEAD")
                    ? Answer.status(200)
                    : metadata(gone.url("/token").toString(), "client_credentials", "client_secret_basic"));

            ExitCode code = verify("--issuer", issuer());

            assertThat(code).isEqualTo(ExitCode.FAILED);
            assertThat(process.err())
                    .contains("    client authentications: client_secret_basic; client_secret_basic is among them\n"
                            + "  URL: ok, " + gone.url("/token") + "\n")
                    .endsWith("  TCP: failed, connection to 127.0.0.1:" + gone.port() + " refused\nTo change\n"
                            + "TCP: connection to 127.0.0.1:" + gone.port()
                            + " refused; check host and port in the URL, and that the server runs\n")
                    .doesNotContain("Sent");
        }
    }

    @Test
    void connection_refused_isTheEndBeforeAnythingIsSent() {
        try (var gone = RefusingPort.open()) {
            String url = gone.url("/token").toString();

            ExitCode code = verify("--token-url", url);

            assertThat(code).isEqualTo(ExitCode.FAILED);
            assertThat(process.out()).isEmpty();
            assertThat(process.err())
                    .contains("Checked\n  URL: ok, " + url + "\n")
                    .endsWith("To change\nTCP: connection to 127.0.0.1:" + gone.port()
                            + " refused; check host and port in the URL, and that the server runs\n")
                    .doesNotContain("Sent", "metadata", SECRET);
        }
    }

    @Test
    void url_thatBreaksARule_isTheEndBeforeAnythingIsRead() {
        ExitCode code = verify("--token-url", "http://idp.example.org/t", "--password", "-");

        String fault =
                "--token-url 'http://idp.example.org/t' is plain http to a far host, where everyone on the way can"
                        + " read the credentials; use https, or set --allow-insecure-http\n";
        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).endsWith("Checked\n  URL: failed, " + fault + "To change\n" + fault);
        assertThat(process.prompts()).isEmpty();
    }

    @Test
    void secret_thatIsMissing_isRefusedBeforeAnythingIsChecked() {
        ExitCode code = verify("--token-url", server.url("/token").toString(), "--client-secret", "env:NOPE");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).endsWith("To change\n--client-secret: env:NOPE is not set\n");
        assertThat(server.connections()).isZero();
    }

    @Test
    void caFile_thatIsMissing_isRefusedBeforeAnythingIsChecked() {
        ExitCode code = verify("--token-url", server.url("/token").toString(), "--ca-file", "target/no-such.pem");

        assertThat(code).isEqualTo(ExitCode.REFUSED);
        assertThat(process.err()).endsWith("To change\n--ca-file: CA file 'target/no-such.pem': no such file\n");
        assertThat(server.connections()).isZero();
    }

    @Test
    void proxyVariable_thatIsNone_isTheEndWithoutItsPassword() {
        process.with("https_proxy", "socks5://me:hunter2@p:1");

        ExitCode code = verify("--token-url", server.url("/token").toString());

        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(process.err())
                .endsWith("To change\nproxy: the variable https_proxy 'socks5://***@p:1' is not the URL of an http"
                        + " proxy, such as http://proxy.example.org:3128; correct the variable, or give --proxy\n")
                .doesNotContain("hunter2");
        assertThat(server.connections()).isZero();
    }

    @Test
    void token_thatIsGiven_isNotChecked() {
        ExitCode code = process.with("OAUTH_ACCESS_TOKEN", TOKEN)
                .run("token", "--verify", "--grant-type", "prefetched_token", "--token-url", "htp://x");

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(process.out()).contains("Given; nothing was sent\n").doesNotContain("Checked", TOKEN);
    }

    private ExitCode verify(String... options) {
        var arguments = new String[options.length + 2];
        arguments[0] = "token";
        arguments[1] = "--verify";
        System.arraycopy(options, 0, arguments, 2, options.length);
        return process.run(arguments);
    }

    private String issuer() {
        return server.url("").toString();
    }

    private Answer metadata(String tokenEndpoint, String grant, String authentication) {
        return Answer.json(
                200,
                "{\"issuer\":\"" + issuer() + "\",\"token_endpoint\":\"" + tokenEndpoint
                        + "\",\"grant_types_supported\":[\"" + grant
                        + "\"],\"token_endpoint_auth_methods_supported\":[\"" + authentication + "\"]}");
    }

    private static Answer answer(RecordedRequest request) {
        return request.method().equals("HEAD") ? Answer.status(405) : Answer.token(TOKEN, Duration.ofMinutes(5));
    }
}
