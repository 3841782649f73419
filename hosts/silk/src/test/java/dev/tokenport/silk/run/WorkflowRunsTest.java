package dev.tokenport.silk.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.silk.run.Server.Configured;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.execution.local.LocalExecution;

final class WorkflowRunsTest {

    private static final Owner ADA = new Owner("shop", "ada");

    private final SilkBench silk;

    WorkflowRunsTest(@TempDir Path files) {
        this.silk = new SilkBench(files);
    }

    @Test
    void run_ofOneExecution_isTheSame() {
        LocalExecution execution = SilkBench.workflow();

        assertThat(run(execution, ADA)).isSameAs(run(execution, ADA));
        assertThat(silk.server().runs().count()).isOne();
    }

    @Test
    void run_ofAnotherExecutionOfTheWorkflow_isAnother() {
        // Both are kept: what Silk has given up may be forgotten.
        LocalExecution first = SilkBench.workflow();
        LocalExecution second = SilkBench.workflow();

        assertThat(run(first, ADA).identity()).isNotEqualTo(run(second, ADA).identity());
    }

    @Test
    void run_forAnotherUser_isAnother() {
        LocalExecution execution = SilkBench.workflow();

        assertThat(run(execution, ADA)).isNotSameAs(run(execution, new Owner("shop", "bob")));
    }

    @Test
    void run_thatSilkHasEnded_isForgotten() {
        LocalExecution execution = SilkBench.workflow();
        WorkflowRun run = run(execution, ADA);

        execution.executeShutdownHooks();

        assertThat(silk.server().runs().count()).isZero();
        assertThat(run(execution, ADA)).isNotSameAs(run);
    }

    @Test
    void run_outsideOfAWorkflow_isOfItsOwn() {
        LocalExecution execution = SilkBench.noWorkflow();

        assertThat(run(execution, ADA)).isNotSameAs(run(execution, ADA));
        assertThat(silk.server().runs().count()).isZero();
    }

    @Test
    void settings_readAgainWithoutAChange_keepTheConnections() throws Exception {
        Configured before = silk.settings("connectTimeout = 3s").server().configured();
        Configured after = silk.settings("connectTimeout = 3s").server().configured();
        Configured changed = silk.settings("connectTimeout = 4s").server().configured();

        assertThat(after.transports()).isSameAs(before.transports());
        assertThat(changed.transports()).isNotSameAs(before.transports());
    }

    private WorkflowRun run(LocalExecution execution, Owner owner) {
        return silk.server().run(execution, owner);
    }
}
