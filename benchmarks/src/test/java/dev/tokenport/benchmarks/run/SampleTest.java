package dev.tokenport.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"CHAIN, 8", "FAN_OUT, 8", "LAYERED, 12"})
    void workflow_ofNineTasks_hasTheConnectionsOfItsShape(Shape shape, int connections) throws Exception {
        Plan plan =
                new Engine(folder).plan(Sample.idle(shape, Passing.NOTHING, 9).write(folder));

        assertThat(plan.tasks()).hasSize(9);
        assertThat(plan.tasks().stream()
                        .mapToInt(task -> task.task().connections().size())
                        .sum())
                .isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 0", "DATA, 3", "CONFIG, 1"})
    void run_ofEachKind_isDoneAndPassesWhatItShall(Passing passing, int entities) throws Exception {
        var engine = new Engine(folder);

        RunReport report =
                engine.run(engine.plan(Sample.idle(Shape.LAYERED, passing, 9).write(folder)));

        assertThat(report.tasks())
                .hasSize(9)
                .allMatch(task -> task.status() == TaskStatus.DONE)
                .allMatch(task -> task.entities() == entities);
    }
}
