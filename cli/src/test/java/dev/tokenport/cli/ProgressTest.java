package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.run.TaskRecord;
import dev.tokenport.workflow.semantics.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProgressTest {

    private final CommandLineProcess process = new CommandLineProcess();

    @Test
    void run_withoutTerminal_isPlainLines() {
        Session session = Session.in(process.world());
        session.redactor().add("hunter2");

        show(new Progress(session.screen()));

        assertThat(process.err()).isEqualTo("""
                        auth: started (Get a token)
                        auth: asking with ***
                        auth: warning: careful
                        auth: done, 2 entities, 1.5 s
                        orders: skipped
                        """);
        assertThat(process.out()).isEmpty();
    }

    @Test
    void task_thatGaveEntitiesUp_showsHowMany() {
        var progress = new Progress(Session.in(process.world()).screen());
        Optional<Instant> start = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));

        progress.finished(new TaskRecord(
                "a", "a", "x", TaskStatus.DONE, start, start, 100, 97, 3, 0, Map.of(), List.of(), Optional.empty()));
        progress.finished(new TaskRecord(
                "b", "b", "x", TaskStatus.DONE, start, start, 0, 0, 3, 0, Map.of(), List.of(), Optional.empty()));

        assertThat(process.err()).isEqualTo("""
                        a: done, 97 entities, 3 of 100 entities rejected, 0.0 s
                        b: done, 3 rejected, 0.0 s
                        """);
    }

    @Test
    void run_onTerminal_replacesTheLineOfWhatIsGoingOn() {
        show(new Progress(Session.in(process.onTerminal().world()).screen()));

        assertThat(process.err())
                .startsWith("running: auth\r\u001b[Kauth: asking with hunter2\nrunning: auth\r\u001b[K")
                .contains("auth: \u001b[32mdone\u001b[0m, 2 entities, 1.5 s\n")
                .endsWith("orders: \u001b[33mskipped\u001b[0m\n");
    }

    private static void show(Progress progress) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        progress.started("auth", "Get a token");
        progress.progress("auth", "asking with hunter2");
        progress.warned("auth", "careful");
        progress.finished(record("auth", TaskStatus.DONE, Optional.of(start), Optional.of(start.plusMillis(1500)), 2));
        progress.finished(record("orders", TaskStatus.SKIPPED, Optional.empty(), Optional.empty(), 0));
    }

    private static TaskRecord record(
            String id, TaskStatus status, Optional<Instant> started, Optional<Instant> finished, long entities) {
        return new TaskRecord(
                id, id, "x", status, started, finished, 0, entities, 0, 0, Map.of(), List.of(), Optional.empty());
    }
}
