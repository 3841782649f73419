package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebServerTest {

    @TempDir
    Path folder;

    @Test
    void address_opened_leadsToTheListOfWorkflows() throws Exception {
        Files.writeString(folder.resolve("orders.yaml"), "workflow: orders\ntasks: {}\n");

        try (Serving serving = new WebServer().start(SampleWorkbench.of(folder), options(0))) {
            HttpResponse<String> page = Browser.opened(serving).get("/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("orders.yaml");
        }
    }

    @Test
    void start_onAPortThatIsTaken_isRefusedInOneLine() throws Exception {
        try (Serving serving = new WebServer().start(SampleWorkbench.of(folder), options(0))) {
            assertThatThrownBy(() -> new WebServer().start(SampleWorkbench.of(folder), options(serving.port())))
                    .isInstanceOf(IOException.class)
                    .hasMessage("port " + serving.port() + " is taken by another program");
        }
    }

    @Test
    void port_ofAServerThatWasClosed_isFree() throws Exception {
        Serving closed = new WebServer().start(SampleWorkbench.of(folder), options(0));
        int port = closed.port();
        closed.close();

        try (Serving again = new WebServer().start(SampleWorkbench.of(folder), options(port))) {
            assertThat(again.port()).isEqualTo(port);
            assertThat(again.address()).startsWith("http://127.0.0.1:" + port + "/?start=");
        }
    }

    private ServeOptions options(int port) {
        return new ServeOptions(port, folder.resolve(".history"), 10, Duration.ofHours(1));
    }
}
