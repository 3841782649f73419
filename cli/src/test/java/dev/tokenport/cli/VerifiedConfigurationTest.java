package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The dry run of a task of <em>OAuth2 Authentication</em>: what stands in the file. */
@Timeout(60)
final class VerifiedConfigurationTest {

    private final DryRun run;

    VerifiedConfigurationTest(@TempDir Path folder) {
        this.run = new DryRun(folder);
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void caFile_thatIsMissing_isNamedAsTheParameter() throws Exception {
        boolean got = run.verify(DryRun.parameters(run.url("/token"), "oauth_ca_file: no-such.pem"));

        assertThat(got).isFalse();
        assertThat(run.last()).startsWith("  oauth_ca_file: CA file '").endsWith("no such file");
        assertThat(run.server.connections()).isZero();
    }

    @Test
    void reference_thatLeadsNowhere_isWhatToChange() throws Exception {
        boolean got = run.verify(DryRun.parameters(run.url("/token"), "oauth_next_client_secret: \"${env:NOPE}\""));

        assertThat(got).isFalse();
        assertThat(run.text())
                .endsWith("To change\n  task 'auth': oauth_next_client_secret: env:NOPE is not set")
                .doesNotContain("Checked");
        assertThat(run.server.connections()).isZero();
    }

    @Test
    void secret_inTheFile_isNotTold() throws Exception {
        run.verify(DryRun.parameters(run.url("/token"), "").replace("${env:SECRET}", "hunter2-in-the-file"));

        assertThat(run.text())
                .contains("  Client Secret: ***  (it stands in the file)\n")
                .doesNotContain("hunter2");
    }

    @Test
    void referencesOfOtherTasks_areNotResolved() throws Exception {
        String other = "  other: {operator: csv-dataset, parameters: {file: \"${env:NOPE}\"}}\n";

        boolean got = run.verifyIn(DryRun.workflow(DryRun.parameters(run.url("/token"), "")) + other);

        assertThat(got).isTrue();
    }

    @Test
    void parameter_thatAConfigPortDelivers_isNotKnown() throws Exception {
        String text = """
                workflow: orders
                tasks:
                  first: {operator: oauth2-authentication, parameters: {oauth_token_url: "%1$s", oauth_client_id: a, oauth_client_secret: "${env:SECRET}"}}
                  auth:
                    operator: oauth2-authentication
                    config: {from: first, map: {oauth_access_token: oauth_subject_token}}
                    parameters: {oauth_token_url: "%1$s", oauth_client_id: a, oauth_grant_type: "urn:ietf:params:oauth:grant-type:token-exchange"}
                """.formatted(run.url("/token"));

        boolean got = run.verifyIn(text);

        assertThat(got).isFalse();
        assertThat(run.text())
                .contains("  what the config port of the task delivers is known in a run only\nTo change\n");
        assertThat(run.last()).contains("oauth_subject_token");
        assertThat(run.server.connections()).isZero();
    }

    @Test
    void canVerify_whatGetsTokens_andNothingElse() {
        assertThat(run.bench.canVerify("oauth2-authentication")).isTrue();
        assertThat(run.bench.canVerify("cmem_plugin_auth-workflow-auth-OAuth2")).isTrue();
        assertThat(run.bench.canVerify("csv-dataset")).isFalse();
        assertThat(run.bench.canVerify("no-such")).isFalse();
    }
}
