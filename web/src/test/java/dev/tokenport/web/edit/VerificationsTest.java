package dev.tokenport.web.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.web.Browser;
import dev.tokenport.web.SampleWorkbench;
import dev.tokenport.web.WebServer;
import dev.tokenport.workflow.serve.PageServer.Serving;
import dev.tokenport.workflow.serve.ServeOptions;
import dev.tokenport.workflow.serve.Workbench;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerificationsTest {

    private static final String ORDERS = """
            workflow: orders
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: https://idp.example.org/token
                  oauth_client_id: orders-reader
                  oauth_client_secret: ${env:ORDERS_SECRET}
            """;

    @TempDir
    Path folder;

    private Optional<Serving> server = Optional.empty();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Test
    void verification_whosePageIsLeft_isInterrupted() throws Exception {
        try (Serving serving = serve()) {
            try (InputStream events = listen(serving)) {
                assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
                assertThat(events.read()).isNotNegative();
            }

            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void verification_whenTheServerStops_isInterrupted() throws Exception {
        try (InputStream events = listening()) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(events.read()).isNotNegative();

            server.orElseThrow().close();

            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private InputStream listening() throws Exception {
        server = Optional.of(serve());
        return listen(server.get());
    }

    private InputStream listen(Serving serving) throws Exception {
        Browser browser = Browser.opened(serving);
        String order = browser.post("/edits/verify/orders.yaml", Map.of("text", ORDERS, "task", "auth"))
                .body();
        int address = order.indexOf("data-events=\"") + "data-events=\"".length();
        browser.with("Accept", "text/event-stream");
        return browser.stream(order.substring(address, order.indexOf('"', address)));
    }

    private Serving serve() throws Exception {
        Files.writeString(folder.resolve("orders.yaml"), ORDERS);
        SampleWorkbench sample = SampleWorkbench.of(folder);
        var workbench = (Workbench) Proxy.newProxyInstance(
                Workbench.class.getClassLoader(), new Class<?>[] {Workbench.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("verify")) {
                        @SuppressWarnings("unchecked") // as the method declares it
                        var line = (Consumer<String>) arguments[2];
                        return verify(line);
                    }
                    return method.invoke(sample, arguments);
                });
        return new WebServer().start(workbench, new ServeOptions(0, folder.resolve(".h"), 10, Duration.ofHours(1)));
    }

    private boolean verify(Consumer<String> line) throws InterruptedException {
        line.accept("Connecting …");
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return false;
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }
}
