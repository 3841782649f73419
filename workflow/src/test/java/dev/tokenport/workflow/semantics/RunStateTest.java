package dev.tokenport.workflow.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RunStateTest {

    @Test
    void consumer_ofAStream_isReadyWhenTheStreamIsOpen() {
        RunState state = state("source", "sink inputs:source", "last after:source");

        assertThat(state.readyAtStart()).containsExactly(0);
        assertThat(state.begin(0)).isTrue();
        assertThat(state.streamOpen(0)).containsExactly(1);
        assertThat(state.finish(0)).containsExactly(2);
    }

    @Test
    void task_withSeveralConnections_isReadyOnceAfterTheLast() {
        RunState state = state("a", "b", "c inputs:a config:b,b after:a");

        assertThat(state.finish(0)).isEmpty();
        assertThat(state.finish(1)).containsExactly(2);
        assertThat(state.finish(1)).isEmpty();
    }

    @Test
    void failure_skipsWhatDependsOnItAndCancelsWhatRuns() {
        RunState state = state("bad", "running", "pulling inputs:bad", "behind after:pulling", "unbegun", "done");
        for (int task : List.of(0, 1, 5)) {
            state.begin(task);
        }
        state.finish(5);
        state.streamOpen(0);
        state.begin(2);

        assertThat(state.fail(0)).isTrue();
        assertThat(state.fail(1)).isFalse();
        assertThat(state.begin(4)).isFalse();
        assertThat(state.outcome()).isEqualTo(RunOutcome.FAILED);
        assertThat(IntStream.range(0, 6).mapToObj(state::status))
                .containsExactly(
                        TaskStatus.FAILED,
                        TaskStatus.CANCELLED,
                        TaskStatus.SKIPPED,
                        TaskStatus.SKIPPED,
                        TaskStatus.SKIPPED,
                        TaskStatus.DONE);
    }

    @Test
    void cancel_whenAllIsDone_hasNoEffect() {
        RunState state = state("a");
        state.begin(0);
        state.finish(0);

        state.cancel();

        assertThat(state.outcome()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void run_thatGoesOn_startsWhatHasNotBegun() {
        RunState before = state("a", "b", "c inputs:a after:b", "d after:c");
        before.begin(0);
        before.finish(0);

        RunState state = RunState.resumed(flow("a", "b", "c inputs:a after:b", "d after:c"), before.done());

        assertThat(state.readyAtStart()).containsExactly(1);
        state.begin(1);
        assertThat(state.finish(1)).containsExactly(2);
        assertThat(state.fail(2)).isTrue();
        assertThat(IntStream.range(0, 4).mapToObj(state::status))
                .containsExactly(TaskStatus.DONE, TaskStatus.DONE, TaskStatus.FAILED, TaskStatus.SKIPPED);
    }

    private static Dataflow flow(String... tasks) {
        return Dataflow.of(FlowTask.of(PlanOf.tasks(tasks)), Streaming.NEVER);
    }

    private static RunState state(String... tasks) {
        return new RunState(Dataflow.of(FlowTask.of(PlanOf.tasks(tasks)), Streaming.WHERE_POSSIBLE));
    }
}
