package dev.tokenport.web.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.semantics.RunOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryTest {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00.250Z");

    @TempDir
    Path folder;

    @Test
    void run_thatIsKept_isReadBackWhole() throws Exception {
        PastRun run = run("a/orders.yaml", 0);
        new History(folder, 5).keep(run, "{}", "<p>page</p>");

        var history = new History(folder, 5);

        assertThat(history.last("a/orders.yaml")).contains(run);
        assertThat(history.find(run.id())).contains(run);
        assertThat(history.json(run.id())).contains("{}");
        assertThat(history.page(run.id())).contains("<p>page</p>");
        assertThat(history.last("b/orders.yaml")).isEmpty();
    }

    @Test
    void runs_beyondThoseThatAreKept_areForgotten() throws Exception {
        var history = new History(folder, 3);
        for (int i = 0; i < 5; i++) {
            history.keep(run("orders.yaml", i), "{}", "page " + i);
        }

        assertThat(history.of("orders.yaml").runs())
                .containsExactly(run("orders.yaml", 4), run("orders.yaml", 3), run("orders.yaml", 2));
        assertThat(files()).hasSize(9);
    }

    @Test
    void summary_thatIsDamaged_isLeftOutWithALine() throws Exception {
        var history = new History(folder, 5);
        history.keep(run("orders.yaml", 0));
        history.keep(run("orders.yaml", 1));
        Path last = files().stream()
                .filter(file -> file.toString().contains(run("orders.yaml", 1).id()))
                .findFirst()
                .orElseThrow();
        Files.writeString(last, "{\"id\": ");

        History.Past past = history.of("orders.yaml");

        assertThat(past.runs()).containsExactly(run("orders.yaml", 0));
        assertThat(past.unreadable())
                .containsExactly("run " + run("orders.yaml", 1).id() + " cannot be read: it is damaged");
        assertThat(history.last("orders.yaml")).contains(run("orders.yaml", 0));
    }

    @Test
    void files_ofAHistory_areTheirOwnersOnly() throws Exception {
        var history = new History(folder.resolve("new"), 5);
        history.keep(run("orders.yaml", 0), "{}", "page");

        try (Stream<Path> all = Files.walk(folder.resolve("new"))) {
            assertThat(all.toList())
                    .hasSize(5)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "", "20260301T080000250Z-0000000g", "20260301T080000250Z-00000000/../x", "a\u0000b"
            })
    void id_thatIsNone_findsNothing(String id) throws Exception {
        Files.writeString(folder.resolve("secret.report.json"), "{}");
        var history = new History(folder.resolve("history"), 5);

        assertThat(history.find(id)).isEmpty();
        assertThat(history.json(id)).isEmpty();
        assertThat(history.page(id)).isEmpty();
    }

    private static PastRun run(String path, int number) {
        Instant start = START.plusMillis(number);
        return new PastRun(
                History.id(start, "0000000" + number),
                path,
                "orders \"of\" today",
                RunOutcome.FAILED,
                start,
                start.plusSeconds(2),
                3,
                40,
                Optional.of("task 'a' (HTTP request): it is 'down'"),
                Optional.of("a"),
                true);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
