package dev.tokenport.silk.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workflows of a real Silk with the packaged plugin, an authorization server and a protected service. */
@Timeout(120)
final class WorkflowIT {

    private static final String AUTH = "cmem_plugin_auth-workflow-auth-OAuth2";

    @TempDir
    private Path folder;

    private ProtectedService service;

    @BeforeEach
    void start() {
        SilkLibrary.assumeThere();
        service = new ProtectedService();
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void workflow_withConfigPort_readsProtectedServices() throws Exception {
        SilkProject project = ordersAndShipments();

        FinishedRun run;
        try (SilkProcess silk = SilkProcess.start(folder)) {
            run = silk.run("shop", "sync");
        }

        assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
        assertThat(project.read("resources/orders.json"))
                .isEqualToIgnoringWhitespace(
                        "[{\"order\":\"1\",\"item\":\"Käse\"},{\"order\":\"2\",\"item\":\"Brötchen\"}]");
        assertThat(project.read("resources/shipments.json"))
                .isEqualToIgnoringWhitespace("[{\"id\":\"7\",\"to\":\"Köln\"}]");
        assertThat(service.tokenRequests()).isEqualTo(1);
        assertThat(service.refusals()).isZero();
    }

    @Test
    void workflow_thatRunsAgain_usesTheTokenOfTheSameUserOnly() throws Exception {
        ordersAndShipments();

        try (SilkProcess silk = SilkProcess.start(folder)) {
            silk.run("shop", "sync");
            silk.run("shop", "sync");
            int sameUser = service.tokenRequests();
            silk.ask("user", "urn:user:another");
            FinishedRun run = silk.run("shop", "sync");

            assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
            assertThat(sameUser).isEqualTo(1);
            assertThat(service.tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void secrets_ofARun_showNowhere() throws Exception {
        SilkProject project = ordersAndShipments();

        FinishedRun run;
        String log;
        try (SilkProcess silk = SilkProcess.start(folder)) {
            run = silk.run("shop", "sync");
            silk.ask("save", "shop", "auth");
            log = silk.log();
        }

        assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
        assertThat(run.report()).contains("\"The auth\"").contains("***");
        for (String secret : new String[] {ProtectedService.TOKEN, ProtectedService.SECRET}) {
            assertThat(Traces.of(secret, run.report() + run.message() + run.exception()))
                    .isEmpty();
            assertThat(Traces.of(secret, log)).isEmpty();
            assertThat(Traces.of(secret, project.read("custom/auth.xml"))).isEmpty();
        }
        assertThat(project.read("custom/auth.xml")).contains("PASSWORD_PARAMETER:");
    }

    @Test
    void workflow_withWrongSecret_failsWithOneLine() throws Exception {
        SilkProject.in(folder, "shop")
                .task("auth", AUTH, service.authentication("wrong-secret-4711"))
                .task("orders", "http-request", service.orders())
                .json("file", "orders.json")
                .workflow(
                        "sync",
                        SilkProject.operator("auth", "", "orders", ""),
                        SilkProject.operator("orders", "", "file", "auth"),
                        SilkProject.dataset("file", "orders", ""));

        FinishedRun run;
        String log;
        try (SilkProcess silk = SilkProcess.start(folder)) {
            run = silk.run("shop", "sync");
            log = silk.log();
        }

        assertThat(run.status()).isEqualTo("Failed");
        assertThat(run.message()).isEqualTo("to be written");
        assertThat(Traces.of("wrong-secret-4711", run.toString() + log)).isEmpty();
    }

    @Test
    void workflow_thatIsCancelled_endsWhileTheServiceIsSilent() throws Exception {
        ordersAndShipments();
        var gate = new CountDownLatch(1);
        service.holdOrders(gate);

        try (SilkProcess silk = SilkProcess.start(folder)) {
            silk.ask("start", "shop", "sync");
            service.awaitOrders();
            long begin = System.nanoTime();
            silk.ask("cancel", "shop", "sync");
            FinishedRun run = silk.awaited("shop", "sync");

            assertThat(run.status()).isEqualTo("Cancelled");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        } finally {
            gate.countDown();
        }
    }

    private SilkProject ordersAndShipments() throws Exception {
        return SilkProject.in(folder, "shop")
                .task("auth", AUTH, service.authentication(ProtectedService.SECRET))
                .task("orders", "http-request", service.orders())
                .task("shipments", "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin", service.shipments())
                .json("orders-file", "orders.json")
                .json("shipments-file", "shipments.json")
                .workflow(
                        "sync",
                        SilkProject.operator("auth", "", "orders,shipments", ""),
                        SilkProject.operator("orders", "", "orders-file", "auth"),
                        SilkProject.operator("shipments", "", "shipments-file", "auth"),
                        SilkProject.dataset("orders-file", "orders", ""),
                        SilkProject.dataset("shipments-file", "shipments", ""));
    }
}
