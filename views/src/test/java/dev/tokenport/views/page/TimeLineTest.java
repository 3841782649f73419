package dev.tokenport.views.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.views.SampleRun;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.RunOutcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimeLineTest {

    @Test
    void tasks_oneAfterTheOther_areNotSideBySide() {
        var run = new SampleRun().done("a", "a", "o", 0, 10, 1).done("b", "b", "o", 10, 5, 1);

        assertThat(timeLine(run).caption()).isEqualTo("One task was at work at a time.");
    }

    @Test
    void tasks_thatOverlap_areCounted() {
        var run = new SampleRun()
                .done("a", "a", "o", 0, 100, 1)
                .done("b", "b", "o", 10, 20, 1)
                .done("c", "c", "o", 40, 20, 1)
                .done("d", "d", "o", 50, 20, 1);

        assertThat(timeLine(run).caption()).isEqualTo("Up to 3 tasks were at work side by side.");
    }

    @Test
    void timeLine_ofNoTask_isEmpty() {
        var run = new SampleRun().skipped("a", "o");

        assertThat(timeLine(run).caption()).isEqualTo("No task began.");
        assertThat(timeLine(run).svg()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0.003S, PT0.001S", "PT0.9S, PT0.2S", "PT7.3S, PT1S", "PT50S, PT10S", "PT5M, PT1M", "PT10H, PT2H"})
    void step_ofALength_isRoundAndLeavesFewTicks(String length, String step) {
        assertThat(Duration.ofNanos(TimeLine.step(Duration.parse(length).toNanos())))
                .isEqualTo(Duration.parse(step));
    }

    private static TimeLine timeLine(SampleRun run) {
        RunReport report = run.report(RunOutcome.DONE);
        return new TimeLine(
                report.started(),
                report.finished(),
                report.tasks(),
                report.tasks().stream().map(TaskRecord::id).toList());
    }
}
