package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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

    @Test
    void workbench_askedForAPage_findsItsOwnClasses() throws Exception {
        var seen = new AtomicReference<@Nullable ClassLoader>();
        var workbench = SampleWorkbench.of(folder);
        var classes = new ClassLoader(WebServerTest.class.getClassLoader()) {};
        var asked = (Workbench)
                Proxy.newProxyInstance(classes, new Class<?>[] {Workbench.class}, (proxy, method, arguments) -> {
                    seen.set(Thread.currentThread().getContextClassLoader());
                    return method.invoke(workbench, arguments);
                });

        try (Serving serving = new WebServer().start(asked, options(0))) {
            assertThat(Browser.opened(serving).get("/operators").statusCode()).isEqualTo(200);
        }

        assertThat(seen.get()).isSameAs(classes).isSameAs(asked.getClass().getClassLoader());
    }

    private ServeOptions options(int port) {
        return new ServeOptions(port, folder.resolve(".history"), 10, Duration.ofHours(1));
    }
}
