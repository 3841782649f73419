package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
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

        try (Serving serving = new WebServer().start(SampleWorkbench.of(folder), options())) {
            HttpResponse<String> page = Browser.opened(serving).get("/");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("orders.yaml");
        }
    }

    private ServeOptions options() {
        return new ServeOptions(0, folder.resolve(".history"), 10, Duration.ofHours(1));
    }
}
