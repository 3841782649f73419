package dev.tokenport.workflow.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DataflowTest {

    @Test
    void handover_followsFromWhoTakesTheOutput() {
        List<Handover> handovers = handovers(
                "streamed",
                "shared",
                "spooled",
                "mixed",
                "a inputs:streamed,spooled,mixed config:shared,mixed",
                "b inputs:spooled config:shared");

        assertThat(handovers)
                .containsExactly(
                        Handover.STREAMED,
                        Handover.SHARED,
                        Handover.SPOOLED,
                        Handover.SPOOLED,
                        Handover.DRAINED,
                        Handover.DRAINED);
    }

    @Test
    void source_whoseEndAnUnrelatedTaskWaitsFor_isStreamed() {
        assertThat(handovers("source", "sink inputs:source", "last after:source")
                        .get(0))
                .isEqualTo(Handover.STREAMED);
    }

    @Test
    void source_whoseEndItsConsumerWaitsFor_isSpooled() {
        assertThat(handovers("source", "between after:source", "sink inputs:source config:between")
                        .get(0))
                .isEqualTo(Handover.SPOOLED);
        assertThat(handovers("source", "sink inputs:source after:source").get(0))
                .isEqualTo(Handover.SPOOLED);
    }

    @Test
    void streams_thatWaitForEachOther_areSpooled() {
        List<Handover> handovers = handovers("a", "c", "b inputs:a after:c", "d inputs:c after:a");

        assertThat(handovers).containsExactly(Handover.SPOOLED, Handover.SPOOLED, Handover.DRAINED, Handover.DRAINED);
    }

    @Test
    void chain_thatIsTooLong_isSpooledInBetween() {
        List<String> tasks = new ArrayList<>(List.of("t0"));
        IntStream.rangeClosed(1, 250).forEach(i -> tasks.add("t%d inputs:t%d".formatted(i, i - 1)));

        List<Handover> handovers = handovers(tasks.toArray(String[]::new));

        assertThat(IntStream.range(0, 251)
                        .filter(i -> handovers.get(i) == Handover.SPOOLED)
                        .boxed())
                .containsExactly(99, 199);
    }

    @Test
    void handover_withoutStreaming_keepsEachOutputThatIsTakenAsData() {
        List<FlowTask> tasks =
                FlowTask.of(PlanOf.tasks("a", "b inputs:a", "c config:a inputs:b", "d config:c inputs:c.rejects"));

        Dataflow flow = Dataflow.of(tasks, Streaming.NEVER);

        assertThat(IntStream.range(0, 4).mapToObj(flow::handover))
                .containsExactly(Handover.SPOOLED, Handover.SPOOLED, Handover.SHARED, Handover.DRAINED);
        assertThat(flow.waitingForEnd(1)).containsExactly(2);
        assertThat(flow.waitingForStream(1)).isEqualTo(-1);
    }

    @Test
    void connections_ofASpooledTask_areNamed() {
        Dataflow flow = Dataflow.of(
                FlowTask.of(PlanOf.tasks("a", "b inputs:a", "c config:a", "d after:a")), Streaming.WHERE_POSSIBLE);

        assertThat(flow.connectionsFrom(0)).isEqualTo("'inputs' of 'b', 'config' of 'c'");
    }

    @Test
    void connections_ofATaskSpooledForItsEnd_nameWhoWaits() {
        Dataflow flow = Dataflow.of(FlowTask.of(PlanOf.tasks("a", "b inputs:a after:a")), Streaming.WHERE_POSSIBLE);

        assertThat(flow.connectionsFrom(0)).isEqualTo("'inputs' of 'b', 'after' of 'b'");
    }

    @Test
    void rejects_areKeptForThoseWhoTakeThemAndLeaveTheOutputStreamed() {
        Dataflow flow = Dataflow.of(
                FlowTask.of(PlanOf.tasks("a", "b inputs:a", "c inputs:a.rejects,a.rejects")), Streaming.WHERE_POSSIBLE);

        assertThat(flow.handover(0)).isEqualTo(Handover.STREAMED);
        assertThat(flow.takers(0)).isEqualTo(1);
        assertThat(flow.rejectTakers(0)).isEqualTo(2);
        assertThat(flow.rejectTakers(1)).isZero();
        assertThat(flow.pulls(1)).isTrue();
        assertThat(flow.pulls(2)).isFalse();
        assertThat(flow.waitingForEnd(0)).containsExactly(2, 2);
        assertThat(flow.rejectConnectionsFrom(0)).isEqualTo("'inputs' of 'c' (a.rejects), 'inputs' of 'c' (a.rejects)");
    }

    @Test
    void rejects_onlyTaken_leaveTheOutputDrained() {
        assertThat(handovers("a", "b inputs:a.rejects").get(0)).isEqualTo(Handover.DRAINED);
    }

    @Test
    void source_whoseRejectsItsConsumerTakesToo_isSpooled() {
        Dataflow flow = Dataflow.of(FlowTask.of(PlanOf.tasks("a", "b inputs:a,a.rejects")), Streaming.WHERE_POSSIBLE);

        assertThat(flow.handover(0)).isEqualTo(Handover.SPOOLED);
        assertThat(flow.connectionsFrom(0)).isEqualTo("'inputs' of 'b', 'inputs' of 'b' (a.rejects)");
    }

    @Test
    void source_whoseRejectsReachItsConsumerOnOtherWays_isSpooled() {
        assertThat(handovers("a", "b inputs:a.rejects", "c inputs:b,a").get(0)).isEqualTo(Handover.SPOOLED);
    }

    private static List<Handover> handovers(String... tasks) {
        Dataflow flow = Dataflow.of(FlowTask.of(PlanOf.tasks(tasks)), Streaming.WHERE_POSSIBLE);
        return IntStream.range(0, tasks.length).mapToObj(flow::handover).toList();
    }
}
