package dev.tokenport.service.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValueWriterTest {

    private static final Entity ENTITY = new Entity(
            "",
            Schema.of("", "s", "n", "absent"),
            List.of(
                    List.of(Value.of("a\"b"), Value.of("c")),
                    List.of(new Value.Text("1.50", JsonType.NUMBER)),
                    List.of()));

    private final Redactor redactor = new Redactor();

    @Test
    void text_writer_seesAllBeforeTheValueAndItsType() throws OperatorException {
        List<String> before = new ArrayList<>();
        List<Value> values = new ArrayList<>();

        String text = text(
                "<{{ n }}|{{ absent }}|{{ s | raw }}|{% for x in s %}{{ x }}{% endfor %}>",
                (soFar, value) -> {
                    before.add(soFar.toString());
                    values.add(value);
                    soFar.append('?');
                });

        assertThat(text).isEqualTo("<?|?|a\"b|??>");
        assertThat(before).containsExactly("<", "<?|", "<?|?|a\"b|", "<?|?|a\"b|?");
        assertThat(values)
                .containsExactly(
                        new Value.Text("1.50", JsonType.NUMBER),
                        new Value.Text("null", JsonType.JSON),
                        Value.of("a\"b"),
                        Value.of("c"));
    }

    @Test
    void text_withoutATemplate_asksNoWriter() throws OperatorException {
        assertThat(text("plain", (soFar, value) -> soFar.append("never"))).isEqualTo("plain");
    }

    @Test
    void text_writerThatRefuses_isAnErrorThatNamesTheParameter() {
        assertThatThrownBy(() -> text("# {{ s }}", (soFar, value) -> {
                    throw new IllegalArgumentException("has a value in a comment");
                }))
                .isInstanceOf(OperatorException.class)
                .hasMessage("query has a value in a comment");
    }

    @Test
    void json_valuesByPlace_areEscapedOrWhole() throws OperatorException {
        String text = text(
                "{\"a\\\"{{ s }}\": {{ s }}, \"b\": \"{{ absent }}{{ n }}\", \"c\": [{{ absent }},{{ n }}]}",
                ValueWriter.json());

        assertThat(text).isEqualTo("{\"a\\\"a\\\"b\": \"a\\\"b\", \"b\": \"1.50\", \"c\": [null,1.50]}");
    }

    private String text(String template, ValueWriter writer) throws OperatorException {
        return Template.of("query", template).text(ENTITY, redactor, writer);
    }
}
