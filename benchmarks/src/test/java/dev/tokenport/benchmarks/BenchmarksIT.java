package dev.tokenport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of everything: that it runs, never how fast. */
final class BenchmarksIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void benchmarks_short_measureEachSection() throws Exception {
        Path page = folder.resolve("page.md");
        Path ratios = folder.resolve("ratios.properties");

        new ProcessRun.Program(
                        ROOT,
                        List.of(
                                ROOT.resolve("benchmarks/run").toString(),
                                "--short",
                                "--write",
                                page.toString(),
                                "--ratios",
                                ratios.toString()),
                        Map.of("JAVA_HOME", System.getProperty("java.home")))
                .run();

        String text = Files.readString(page);
        for (Section section : Sections.all()) {
            assertThat(text).contains("## " + section.title() + "\n", "benchmarks/run --only " + section.name());
        }
        assertThat(Files.readString(ratios)).contains("cold.http.empty-java=", "memory.token=");
    }

    @Test
    void page_ofTheRepository_hasEachSection() throws Exception {
        String text = Files.readString(ROOT.resolve("docs/benchmarks.md"));

        for (Section section : Sections.all()) {
            assertThat(text)
                    .contains("## " + section.title() + "\n", section.method().strip());
        }
    }
}
