package dev.tokenport.integration.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.testkit.ManualTime;
import dev.tokenport.workflow.run.RunListener;
import dev.tokenport.workflow.run.RunReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunProgressTest {

    @TempDir
    private Path folder;

    @Test
    void longStream_showsItsCountOnceASecond() throws Exception {
        ManualTime time = ManualTime.start();
        List<String> progress = Collections.synchronizedList(new ArrayList<>());
        RunListener listener = new RunListener() {
            @Override
            public void progress(String task, String message) {
                progress.add(task + ": " + message);
            }
        };
        CountingOperator.Step step = entity -> {
            if (entity <= SpoolingProcess.ENTITIES) {
                time.advance(Duration.ofNanos(125_000));
            }
        };

        SpoolingProcess.run(folder, step, time, listener);

        assertThat(progress)
                .contains("source: 8000 entities", "source: 16000 entities")
                .hasSize(2);
    }

    @Test
    void times_whenTheClockIsSetBackMeanwhile_goOn() throws Exception {
        ManualTime time = ManualTime.start();
        CountingOperator.Step step = entity -> {
            if (entity == SpoolingProcess.ENTITIES) {
                time.advance(Duration.ofSeconds(2));
                time.jump(Duration.ofHours(-1));
            }
        };

        RunReport report = SpoolingProcess.run(folder, step, time, RunListener.none());

        assertThat(Duration.between(report.started(), report.finished())).isPositive();
        assertThat(report.tasks())
                .allSatisfy(task -> assertThat(Duration.between(
                                task.started().orElseThrow(), task.finished().orElseThrow()))
                        .isGreaterThanOrEqualTo(Duration.ZERO));
    }
}
