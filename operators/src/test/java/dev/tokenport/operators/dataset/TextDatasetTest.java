package dev.tokenport.operators.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operators.format.TextFormat.Unit;
import dev.tokenport.secret.Secret;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextDatasetTest extends DatasetCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b | a,b",
                "a;b; | a;b",
                "a~b~;c~~d | a;b;c;;d",
                "a~;b~; | a;b",
                ";;a; | ;;a",
                "\uFEFFa;\uFEFFb | a;\uFEFFb",
                "` a ;~` | ` a ;`",
            })
    void source_lines_areEntities(String content, String lines) throws Exception {
        given("a.txt", content.replace(';', '\n').replace('~', '\r'));

        var expected = Stream.of(lines.split(";", -1)).map(line -> entity("text", line));
        assertThat(all(text("a.txt", Unit.LINES))).containsExactlyElementsOf(expected.toList());
    }

    @Test
    void source_emptyFile_isNoLineOrOneEmptyText() throws Exception {
        given("a.txt", "");

        assertThat(all(text("a.txt", Unit.LINES))).isEmpty();
        assertThat(all(text("a.txt", Unit.WHOLE))).containsExactly(entity("text", ""));
    }

    @Test
    void source_whole_isOneEntityWithItsLineEnds() throws Exception {
        given("a.txt", "a\r\nb\n");

        assertThat(all(text("a.txt", Unit.WHOLE))).containsExactly(entity("text", "a\r\nb\n"));
    }

    @Test
    void source_wrongCharset_isAnError() throws Exception {
        Files.write(folder.resolve("a.txt"), new byte[] {'a', '\n', (byte) 0xe4});

        assertThatThrownBy(() -> all(text("a.txt", Unit.LINES)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.txt', line 2 or after it: this is not text in UTF-8; set another charset");
    }

    @Test
    void sink_lines_areTheValuesOfThePath() throws Exception {
        var schema = Schema.of("", "id", "text");
        var typed = new Entity(
                "",
                schema,
                List.of(
                        List.of(Value.of("1")),
                        List.of(new Value.Text("1.50", JsonType.NUMBER), Value.of("x\ny"), Value.of("ä"))));

        text("a.txt", Unit.LINES, Entities.of(schema, List.of(typed)), stream(entity("text", "last")));

        assertThat(content("a.txt")).isEqualTo("1.50\nx\ny\nä\nlast\n");
    }

    @Test
    void sink_whole_putsNothingBetween() throws Exception {
        var output = text("a.txt", Unit.WHOLE, stream(entity("text", "a\n"), entity("text", "b")));

        assertThat(content("a.txt")).isEqualTo("a\nb");
        assertThat(all(output)).containsExactly(entity("text", "a\nb"));
    }

    @Test
    void sink_entityWithoutThePath_isAnErrorAndLeavesTheOldFile() throws Exception {
        given("a.txt", "old");

        assertThatThrownBy(() -> text("a.txt", Unit.LINES, stream(entity("text", "1"), entity("id", "1", "name", "x"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.txt' cannot be written: only the path 'text' is written, and an entity has none"
                        + " (it has: id, name); rename one with the operator transform");
        assertThat(content("a.txt")).isEqualTo("old");
        assertThat(files()).containsExactly("a.txt");
    }

    @Test
    void sink_secretValue_isRefused() throws Exception {
        var entity = Entity.of("", Schema.of("", "text"), List.of(new Value.SecretValue(Secret.of("hidden"), "auth")));

        assertThatThrownBy(() -> text("a.txt", Unit.WHOLE, stream(entity)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.txt' is to receive the path 'text', but a secret value of task 'auth'"
                        + " is not written to a file; connect it to the config port of the task that needs it");
        assertThat(files()).isEmpty();
    }

    @Test
    void source_manyLines_areStreamed() throws Exception {
        try (var out = Files.newBufferedWriter(folder.resolve("a.txt"))) {
            for (int i = 0; i < 300_000; i++) {
                out.write("line " + i + "\n");
            }
        }

        try (Entities lines = open(text("a.txt", Unit.LINES))) {
            assertThat(lines.next()).isEqualTo(entity("text", "line 0"));
        }
    }
}
