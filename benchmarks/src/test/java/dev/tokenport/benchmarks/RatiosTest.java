package dev.tokenport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RatiosTest {

    @TempDir
    Path folder;

    @Test
    void moved_byMoreThanFifteenPercent_areNamedInEitherDirection() {
        Ratios kept = ratios(Map.of("a", 1.0, "b", 1.0, "c", 1.0, "d", 1.0, "gone", 1.0));

        assertThat(kept.moved(ratios(Map.of("a", 1.14, "b", 1.16, "c", 0.84, "d", 0.86, "new", 7.0))))
                .containsExactly(
                        "b: the ratio was 1.000 and is 1.160 (+16 %)", "c: the ratio was 1.000 and is 0.840 (-16 %)");
    }

    @Test
    void file_writtenAndRead_hasTheNewerRatiosBesideTheOthers() throws IOException {
        Path file = folder.resolve("ratios.properties");
        ratios(Map.of("a", 1.0, "b", 2.0)).write(file);

        Ratios.read(file).with(ratios(Map.of("b", 0.12345))).write(file);

        assertThat(file)
                .hasContent("# Tokenport's figure divided by the peer's; written by make bench.\na=1.000\nb=0.123");
        assertThat(Ratios.read(file)).isEqualTo(ratios(Map.of("a", 1.0, "b", 0.123)));
    }

    @Test
    void file_notThere_hasNone() throws IOException {
        assertThat(Ratios.read(folder.resolve("none"))).isEqualTo(ratios(Map.of()));
    }

    @Test
    void file_broken_namesTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("broken"), "a=1.0\n\nb is 2\n");

        assertThatThrownBy(() -> Ratios.read(file))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ":3: 'b is 2' is not id=ratio");
    }

    private static Ratios ratios(Map<String, Double> byId) {
        return new Ratios(new TreeMap<>(byId));
    }
}
