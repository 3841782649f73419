package dev.tokenport.workflow.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineEndsTest {

    @Test
    void lineEnds_ofOneKind_areThoseOfAllLines() {
        assertThat(LineEnds.plain("\uFEFFa\r\nb\r\n")).isEqualTo("a\nb\n");
        assertThat(LineEnds.like("\uFEFFa\r\nb\r\n", "a\nx\nb")).isEqualTo("\uFEFFa\r\nx\r\nb");
        assertThat(LineEnds.like("a\nb", "a\r\nc\n")).isEqualTo("a\nc\n");
    }

    @Test
    void lineEnds_ofSeveralKinds_stayWhereTheyAre() {
        String file = "a\r\nb\nc\r\nd\re\r\n";

        assertThat(LineEnds.like(file, LineEnds.plain(file))).isEqualTo(file);
        assertThat(LineEnds.like(file, "a\nb\nnew\nd\ne\n")).isEqualTo("a\r\nb\nnew\r\nd\re\r\n");
    }

    @Test
    void difference_ofRandomTexts_leadsFromOneToTheOther() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            List<String> before = lines(random);
            List<String> after = lines(random);

            List<LineDiff.Line> lines = LineDiff.of(before, after);

            assertThat(texts(lines, LineDiff.Kind.NEW)).isEqualTo(before);
            assertThat(texts(lines, LineDiff.Kind.GONE)).isEqualTo(after);
        }
    }

    @Test
    void difference_ofOneLine_isThatLine() {
        List<String> before = List.of("a", "b", "c", "d");
        List<String> after = List.of("a", "x", "c", "d");

        assertThat(LineDiff.of(before, after))
                .containsExactly(
                        new LineDiff.Line(LineDiff.Kind.SAME, 0, 0, "a"),
                        new LineDiff.Line(LineDiff.Kind.GONE, 1, 1, "b"),
                        new LineDiff.Line(LineDiff.Kind.NEW, 2, 1, "x"),
                        new LineDiff.Line(LineDiff.Kind.SAME, 2, 2, "c"),
                        new LineDiff.Line(LineDiff.Kind.SAME, 3, 3, "d"));
    }

    private static List<String> texts(List<LineDiff.Line> lines, LineDiff.Kind other) {
        return lines.stream()
                .filter(line -> line.kind() != other)
                .map(LineDiff.Line::text)
                .toList();
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(9), 0, 4).mapToObj(String::valueOf).toList();
    }
}
