package dev.tokenport.silk.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Workflows of a real Silk with the packaged plugin, an authorization server and a protected service. */
final class WorkflowIT extends ServedSilk {

    @Test
    void workflow_withConfigPort_readsProtectedServices() throws Exception {
        SilkProject project = Shop.project(folder(), service(), ProtectedService.SECRET);

        FinishedRun run;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            run = silk.run("shop", "sync");
        }

        assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
        assertThat(project.read("resources/orders.json"))
                .isEqualToIgnoringWhitespace(
                        "[{\"order\":[1],\"item\":[\"Käse\"]},{\"order\":[2],\"item\":[\"Brötchen\"]}]");
        assertThat(project.read("resources/shipments.json"))
                .isEqualToIgnoringWhitespace("[{\"id\":[\"7\"],\"to\":[\"Köln\"]}]");
        assertThat(service().tokenRequests()).isEqualTo(1);
        assertThat(service().refusals()).isZero();
    }

    @Test
    void workflow_thatRunsAgain_usesTheTokenOfTheSameUserOnly() throws Exception {
        Shop.project(folder(), service(), ProtectedService.SECRET);

        try (SilkProcess silk = SilkProcess.start(folder())) {
            silk.run("shop", "sync");
            silk.run("shop", "sync");
            int sameUser = service().tokenRequests();
            silk.ask("user", "urn:user:another");
            FinishedRun run = silk.run("shop", "sync");

            assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
            assertThat(sameUser).isEqualTo(1);
            assertThat(service().tokenRequests()).isEqualTo(2);
        }
    }

    @Test
    void secrets_ofARun_showNowhere() throws Exception {
        SilkProject project = Shop.project(folder(), service(), ProtectedService.SECRET);

        FinishedRun run;
        String log;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            run = silk.run("shop", "sync");
            silk.ask("save", "shop", "auth");
            log = silk.log();
        }

        assertThat(run.status()).as(run.exception()).isEqualTo("Successful");
        assertThat(run.report())
                .contains("\"properties\":[\"oauth_access_token\",\"oauth_token_type\"")
                .contains("\"values\":[[\"***\"],[\"Bearer\"]")
                .contains("\"oauth_access_token\":\"PASSWORD_PARAMETER:");
        for (String secret : new String[] {ProtectedService.TOKEN, ProtectedService.SECRET}) {
            assertThat(Traces.of(secret, run.report() + run.message() + run.exception()))
                    .isEmpty();
            assertThat(Traces.of(secret, log)).isEmpty();
            assertThat(Traces.of(secret, project.read("custom/auth.xml"))).isEmpty();
        }
        assertThat(project.read("custom/auth.xml")).contains("PASSWORD_PARAMETER:");
    }

    @Test
    void workflow_thatIsCancelled_endsWhileTheServiceIsSilent() throws Exception {
        Shop.project(folder(), service(), ProtectedService.SECRET);
        var gate = new CountDownLatch(1);
        service().holdOrders(gate);

        try (SilkProcess silk = SilkProcess.start(folder())) {
            silk.ask("start", "shop", "sync");
            service().awaitOrders();
            long begin = System.nanoTime();
            silk.ask("cancel", "shop", "sync");
            FinishedRun run = silk.awaited("shop", "sync");

            assertThat(run.status()).isEqualTo("Cancelled");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        } finally {
            gate.countDown();
        }
    }
}
