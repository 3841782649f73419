package dev.tokenport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageTextTest {

    private static final Machine MACHINE = new Machine("Processor, 2 cores", "Linux 6", "Vendor 25", LocalDate.EPOCH);

    @Test
    void page_findingsOfASection_areATableThatSaysWhereThePeerIsBetter() {
        List<Finding> findings = List.of(
                Finding.of("a.1", "one", Unit.PER_SECOND, 12_345)
                        .beside(new Peer("bare", 12_000, 1.03))
                        .shall(Goal.atLeast(0.9)),
                Finding.of("a.2", "two", Unit.MILLISECONDS, 12.34)
                        .beside(new Peer("other", 6.17, 2))
                        .shall(Goal.atMost(0.5)),
                Finding.of("a.3", "three", Unit.MEBIBYTES, 70));

        String page = page(findings, "");

        assertThat(page).startsWith("# Benchmarks\n").endsWith("""

                ## Some

                How.

                Measured on 1970-01-01: Processor, 2 cores; Linux 6; Java Vendor 25.

                | what | Tokenport | peer | its figure | ratio | to reach | |
                | --- | ---: | --- | ---: | ---: | --- | --- |
                | one | 12,345 /s | bare | 12,000 /s | 1.03 | ≥ 0.9 | reached |
                | two | 12.3 ms | other | 6.17 ms | 2.00 | ≤ 0.5 | **missed**; the peer is better |
                | three | 70 MiB |  |  |  |  |  |

                Not measured:

                - x: not there

                Again: `benchmarks/run --only some`
                """);
    }

    @Test
    void page_earlierOne_keepsItsOtherSections() {
        String earlier = "# Benchmarks\n\nOf old.\n\n## Other\n\nAs it was.\n\n## Some\n\nOld.\n\n## Gone\n\nGone.\n";

        String page = page(List.of(Finding.of("a", "one", Unit.MEBIBYTES, 1)), earlier);

        assertThat(page)
                .contains("\n## Other\n\nAs it was.\n\n## Some\n\nHow.\n", "| one | 1 MiB |")
                .doesNotContain("Of old", "Old.", "Gone");
    }

    private static String page(List<Finding> findings, String earlier) {
        var some = new Some("Some");
        var measurement = new Measurement(some, findings, List.of("x: not there"));
        return PageText.of(List.of(measurement), MACHINE, List.of(new Some("Other"), some), earlier);
    }

    @Test
    void figures_ofAnySize_haveThreeDigitsThatCount() {
        assertThat(List.of(
                        PageText.figure(0.12345, Unit.MICROSECONDS),
                        PageText.figure(1.2345, Unit.NANOSECONDS),
                        PageText.figure(12.345, Unit.NANOSECONDS),
                        PageText.figure(123.45, Unit.NANOSECONDS),
                        PageText.figure(1_234_567, Unit.PER_SECOND)))
                .containsExactly("0.123 µs", "1.23 ns", "12.3 ns", "123 ns", "1,234,567 /s");
    }

    private record Some(String title) implements Section {

        @Override
        public String name() {
            return "some";
        }

        @Override
        public String method() {
            return "How.\n";
        }

        @Override
        public List<Finding> measure(Effort effort, Log log) {
            return List.of();
        }
    }
}
