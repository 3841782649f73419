package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.keycloak.Certificates;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ForwardProxy;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command with a proxy between it and its servers. */
final class ProxyProcessIT {

    private static final String TOKEN = "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\",\"expires_in\":300}";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // started before each test
    private ForwardProxy proxy;

    @BeforeEach
    void start() {
        proxy = ForwardProxy.start();
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void token_throughATunnelForAUser_isPrinted() throws Exception {
        Certificates certificates = Certificates.in(folder);
        proxy.demanding("user", "w0rd-of-the-proxy");
        try (var server = ScriptedServer.start(certificates.server())
                .otherwise(request -> Answer.of(200, "application/json", TOKEN))) {
            Launcher.Finished end = Launcher.in(folder)
                    .with("SECRET", "s3cret")
                    .with("WORD", "w0rd-of-the-proxy")
                    .run(
                            "token",
                            "--token-url=https://localhost:" + server.port() + "/token",
                            "--client-id=orders",
                            "--client-secret=env:SECRET",
                            "--ca-file=" + certificates.authority(),
                            "--proxy=http://" + proxy.address(),
                            "--proxy-user=user",
                            "--proxy-password=env:WORD");

            assertThat(end).isEqualTo(new Launcher.Finished(0, "t0ken\n", ""));
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::target)
                    .containsExactly("localhost:" + server.port());
            assertThat(server.request().headers().contains("Proxy-Authorization"))
                    .isFalse();
        }
    }

    @Test
    void token_throughAProxyThatRefusesItsUser_namesTheProxyAndNoPassword() throws Exception {
        proxy.demanding("user", "w0rd");

        Launcher.Finished end = Launcher.in(folder)
                .with("SECRET", "s3cret")
                .with("https_proxy", "http://user:wr0ng-w0rd@" + proxy.address())
                .run(
                        "token",
                        "--token-url=https://idp.example.org/token",
                        "--client-id=orders",
                        "--client-secret=env:SECRET");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .contains("the proxy " + proxy.address() + " refuses the user and password that were given for it"
                        + " (HTTP 407, on the way to idp.example.org:443)")
                .doesNotContain("wr0ng-w0rd");
    }

    @Test
    void run_withAVariable_asksAllServersThroughTheProxy() throws Exception {
        try (var server = ScriptedServer.start()
                .otherwise(request -> Answer.of(
                        200, "application/json", request.target().equals("/token") ? TOKEN : "{\"order\": 1}"))) {
            proxy.leading("idp.example.org", server.port()).leading("api.example.org", server.port());
            Files.writeString(folder.resolve("workflow.yaml"), """
                    workflow: proxied
                    tasks:
                      auth:
                        operator: oauth2-authentication
                        parameters:
                          oauth_token_url: http://idp.example.org/token
                          oauth_client_id: orders
                          oauth_client_secret: ${env:SECRET}
                          allow_insecure_http: true
                      call:
                        operator: http-request
                        config: auth
                        parameters: {url: "http://api.example.org/orders", allow_insecure_http: true}
                      file: {operator: json-dataset, inputs: call, parameters: {file: answer.json}}
                    """);

            Launcher.Finished end = Launcher.in(folder)
                    .with("SECRET", "s3cret")
                    .with("http_proxy", proxy.address())
                    .run("run", "workflow.yaml");

            assertThat(end.code()).as(end.err()).isZero();
            assertThat(proxy.requests())
                    .extracting(RecordedRequest::target)
                    .containsExactly("http://idp.example.org/token", "http://api.example.org/orders");
            assertThat(folder.resolve("answer.json")).content().contains("\"order\"");
        }
    }
}
