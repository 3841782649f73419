package dev.tokenport.operators.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvDatasetTest extends DatasetCase {

    @Test
    void source_quotedAndEmptyFields_areRead() throws Exception {
        given("a.csv", "\uFEFFid,name,note\r\n1,\"Ä, \"\"b\"\"\nc\",\r\n\r\n2,,\"\"\r\n");

        List<Entity> entities = all(csv("a.csv"));

        var schema = Schema.of("", "id", "name", "note");
        assertThat(entities)
                .containsExactly(
                        new Entity(
                                "",
                                schema,
                                List.of(List.of(Value.of("1")), List.of(Value.of("Ä, \"b\"\nc")), List.of())),
                        new Entity("", schema, List.of(List.of(Value.of("2")), List.of(), List.of(Value.of("")))));
    }

    @Test
    void source_emptyFile_givesNothing() throws Exception {
        given("a.csv", "");

        assertThat(all(csv("a.csv"))).isEmpty();
    }

    @Test
    void source_otherFormat_isRead() throws Exception {
        Files.write(folder.resolve("a.csv"), "a;b\n'x;ä';2\n".getBytes(StandardCharsets.ISO_8859_1));

        List<Entity> entities = all(csv(csvParameters("a.csv", ";", "'", "ISO-8859-1")));

        assertThat(entities).containsExactly(entity("a", "x;ä", "b", "2"));
    }

    @Test
    void source_wrongNumberOfFields_namesTheLine() throws Exception {
        given("a.csv", "a,b\n\"1\n2\",3\n4,5,6\n");

        assertThatThrownBy(() -> all(csv("a.csv")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv', line 4: 3 fields, but the header has 2 (separator ',')");
    }

    @Test
    void source_unclosedQuote_isAnError() throws Exception {
        given("a.csv", "a,b\n1,\"2\n3,4\n");

        assertThatThrownBy(() -> all(csv("a.csv")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("file 'a.csv', line 1 or after it: ");
    }

    @Test
    void source_wrongCharset_isAnError() throws Exception {
        Files.write(folder.resolve("a.csv"), "a\nä\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> all(csv("a.csv")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv', line 1 or after it: this is not text in UTF-8; set another charset");
    }

    @Test
    void source_duplicateColumn_isAnError() throws Exception {
        given("a.csv", "a,b,a\n");

        assertThatThrownBy(() -> all(csv("a.csv")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv', line 1: two columns are named 'a'");
    }

    @Test
    void sink_laterColumns_areAppendedWithoutLoss() throws Exception {
        List<Entity> entities = all(csv(
                "a.csv", stream(entity("b", "1", "a", "x"), entity("c", "2", "a", ""), entity("d", "\"", "b", "ü\n"))));

        assertThat(content("a.csv")).isEqualTo("b,a,c,d\n1,x,,\n,\"\",2,\n\"ü\n\",,,\"\"\"\"\n");
        assertThat(entities).hasSize(3);
        assertThat(files()).containsExactly("a.csv");
    }

    @Test
    void sink_emptyEntitiesFirst_keepTheirRows() throws Exception {
        csv("a.csv", stream(entity(), entity("a", "1", "b", "2")));

        assertThat(content("a.csv")).isEqualTo("a,b\n,\n1,2\n");
    }

    @Test
    void sink_typedAndSeveralValues_areText() throws Exception {
        var schema = Schema.of("", "n", "j", "m");
        var entity = new Entity(
                "",
                schema,
                List.of(
                        List.of(new Value.Text("1.50", JsonType.NUMBER)),
                        List.of(new Value.Text("{\"a\":1}", JsonType.JSON)),
                        List.of(Value.of("x"), new Value.Text("2", JsonType.NUMBER))));

        csv("a.csv", Entities.of(schema, List.of(entity)));

        assertThat(content("a.csv")).isEqualTo("n,j,m\n1.50,\"{\"\"a\"\":1}\",\"[\"\"x\"\",2]\"\n");
    }

    @Test
    void sink_noEntity_writesTheHeaderIfItIsKnown() throws Exception {
        csv("a.csv", Entities.of(Schema.of("", "a", "b"), List.of()));
        csv("b.csv", stream());

        assertThat(content("a.csv")).isEqualTo("a,b\n");
        assertThat(content("b.csv")).isEmpty();
    }

    @Test
    void sink_oneColumn_keepsRowsWithoutValue() throws Exception {
        var schema = Schema.of("", "a");

        csv("a.csv", Entities.of(schema, List.of(new Entity("", schema, List.of(List.of())), entity("a", "1"))));

        assertThat(content("a.csv")).isEqualTo("a\n\"\"\n1\n");
        assertThat(all(csv("a.csv"))).containsExactly(entity("a", ""), entity("a", "1"));
    }

    @Test
    void sink_unmappableCharacter_isAnError() throws Exception {
        var latin = csvParameters("a.csv", ",", "\"", "ISO-8859-1");

        assertThatThrownBy(() -> csv(latin, stream(entity("a", "€"))))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("file 'a.csv' cannot be written: ");
        assertThat(files()).isEmpty();
    }

    @Test
    void sink_secretValue_isRefused() throws Exception {
        var entity = Entity.of("", Schema.of("", "t"), List.of(Value.of(Secret.of("hidden-token"))));

        assertThatThrownBy(() -> csv("a.csv", stream(entity)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.csv' is to receive the path 't', but a secret value is not written to a file;"
                        + " connect it to the config port of the task that needs it");
    }

    @Test
    void parameters_faulty_nameTheRule() {
        assertThatThrownBy(() -> csvParameters("a", ";;", "\"", "UTF-8"))
                .hasMessage("separator ';;' is not one character");
        assertThatThrownBy(() -> csvParameters("a", "\"", "\"", "UTF-8"))
                .hasMessage("separator and quote are the same character");
        assertThatThrownBy(() -> csvParameters("a", "\\t", "\"", "UTF-9"))
                .hasMessage(
                        "charset 'UTF-9' is not a character set known here; it has to be a name such as UTF-8, ISO-8859-1,"
                                + " windows-1252 or UTF-16");
        assertThatThrownBy(() -> csvParameters("a\0b", ",", "\"", "UTF-8"))
                .hasMessageStartingWith("file 'a\0b' is not a path");
    }
}
