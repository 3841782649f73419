package dev.tokenport.silk.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see in a real Silk when a workflow with the packaged plugin fails: one line, and no secret. */
final class FailureIT extends ServedSilk {

    private static final String RAISED = "org.silkframework.workspace.activity.workflow.WorkflowExecutionException\t";

    @Test
    void workflow_withWrongSecret_saysWhatTheServerSaid() throws Exception {
        Shop.project(folder(), service(), "wrong-secret-4711");

        FinishedRun run;
        String log;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            run = silk.run("shop", "sync");
            log = silk.log();
        }

        assertThat(run.status()).isEqualTo("Failed");
        assertThat(run.exception())
                .isEqualTo(RAISED + "In 'The auth': no token from " + service().tokenUrl()
                        + " (grant client_credentials, client 'shop'): HTTP 401 invalid_client:"
                        + " unknown client or wrong secret; check client id and client secret, and that the server offers"
                        + " client_secret_basic for this client");
        assertThat(Traces.of("wrong-secret-4711", run + log)).isEmpty();
    }

    @Test
    void workflow_whoseTokenIsRefused_asksAnewInTheNextRun() throws Exception {
        Shop.project(folder(), service(), ProtectedService.SECRET);

        FinishedRun refused;
        FinishedRun again;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            service().refuse(1);
            refused = silk.run("shop", "sync");
            again = silk.run("shop", "sync");
        }

        assertThat(refused.exception())
                .isEqualTo(
                        RAISED + "In 'The orders': GET " + service().ordersUrl() + " answered 401 (invalid_token): {};"
                                + " the token could not be renewed, since it did not come straight from a task that can renew it");
        assertThat(Traces.of(ProtectedService.TOKEN, refused.toString())).isEmpty();
        assertThat(again.status()).as(again.exception()).isEqualTo("Successful");
        assertThat(service().tokenRequests()).isEqualTo(2);
    }

    @Test
    void workflow_withWrongValueFromAConfigPort_namesTaskAndParameter() throws Exception {

        SilkProject.in(folder(), "shop")
                .resource("settings.json", "[{\"timeout\": \"soon\"}]")
                .json("settings", "settings.json")
                .task("orders", "http-request", service().orders())
                .json("file", "orders.json")
                .workflow(
                        "sync",
                        SilkProject.dataset("settings", "", "orders"),
                        SilkProject.operator("orders", "", "file", "settings"),
                        SilkProject.dataset("file", "orders", ""));

        FinishedRun run;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            run = silk.run("shop", "sync");
        }

        assertThat(run.exception()).startsWith(RAISED + "In 'The orders': ").contains("timeout 'soon'");
        assertThat(service().requests()).isEmpty();
    }

    @Test
    void setting_thatIsWrong_failsEachTaskWithItsKey() throws Exception {
        Shop.project(folder(), service(), ProtectedService.SECRET);

        FinishedRun run;
        try (SilkProcess silk = SilkProcess.start(folder(), Map.of("plugin.tokenport.longestTimeout", "soon"))) {
            run = silk.run("shop", "sync");
        }

        assertThat(run.exception())
                .isEqualTo(RAISED + "In 'The auth': plugin.tokenport.longestTimeout 'soon' is not a positive duration"
                        + " such as 500ms, 30s, 5m or PT30S");
    }

    @Test
    void secret_thatRefersToTheServer_isRefused() throws Exception {
        Shop.project(folder(), service(), "${file:/etc/passwd}");

        FinishedRun run;
        try (SilkProcess silk = SilkProcess.start(folder())) {
            run = silk.run("shop", "sync");
        }

        assertThat(run.exception())
                .isEqualTo(RAISED + "In 'The auth': oauth_client_secret is a reference '${file:…}', which Silk has not;"
                        + " write the value itself");
        assertThat(service().tokenRequests()).isZero();
    }
}
