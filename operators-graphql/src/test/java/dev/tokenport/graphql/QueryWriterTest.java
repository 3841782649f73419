package dev.tokenport.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.parser.Parser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value stays a value, whatever is in it. */
final class QueryWriterTest {

    /** Values that try to be more than values. */
    private static final List<String> HOSTILE = List.of(
            "",
            "\"",
            "\"\"",
            "\"\"\"",
            "\"\"\"\"",
            "\"\"\" ) { id } evil: x(y: \"\"\"",
            "\") { id } evil(a: \"",
            "\\",
            "\\\"",
            "\\\\\"",
            "\\\"\"\"",
            "x\\\"\"\"y",
            "a\nb",
            "a\r\nb # c",
            "# c\n} {",
            "$var",
            "{{ id }}",
            "\u0000\u0007\u007f\ufeff\u2028",
            "😀 é",
            "…\"\"");

    @Test
    void string_anyValue_isReadAsThatValue() {
        for (String value : HOSTILE) {
            assertThat(argument("{ a(b: \"", value, "\") { id } }")).as(value).isEqualTo(value);
            assertThat(argument("{ a(b: \"x", value, "y\") { id } }")).as(value).isEqualTo("x" + value + "y");
        }
    }

    @Test
    void literal_anyString_isReadAsThatValue() {
        for (String value : HOSTILE) {
            assertThat(argument("{ a(b: ", value, ") { id } }")).as(value).isEqualTo(value);
            assertThat(argument("{ a(b:", value, ") { id } } # \"\"\""))
                    .as(value)
                    .isEqualTo(value);
        }
    }

    @Test
    void blockString_anyValue_isReadAsThatValueOrRefused() {
        for (String value : HOSTILE) {
            boolean refused = value.endsWith("\"") || value.endsWith("\\") || value.contains("\u0000");
            if (refused) {
                assertThatThrownBy(() -> argument("{ a(b: \"\"\"x", value, "\"\"\") { id } }"))
                        .as(value)
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("has a value ")
                        .hasMessageEndingWith("; use a string (\"…\") or a variable");
            } else {
                // Whether a line ends in one or two characters is not told from a block string.
                assertThat(argument("{ a(b: \"\"\"x", value, "z\"\"\") { id } }"))
                        .as(value)
                        .isEqualToNormalizingNewlines("x" + value + "z");
            }
        }
    }

    @Test
    void literal_ofEachType_isThatOfGraphQL() {
        assertThat(written("{ a(b: ", number("-1.50e3"), ") }")).isEqualTo("{ a(b:  -1.50e3  ) }");
        assertThat(written("{ a(b: ", new Value.Text("true", JsonType.BOOLEAN), ") }"))
                .isEqualTo("{ a(b:  true  ) }");
        assertThat(written("{ a(b: ", json("null"), ") }")).isEqualTo("{ a(b:  null  ) }");
        assertThat(printed(written("{ a(b: ", json("{\"c\":[1.0,\"x\\\"\",null,{\"d_1\":false}],\"e\":{}}"), ") }")))
                .isEqualToIgnoringWhitespace("{ a(b : {c : [1.0, \"x\\\"\", null, {d_1 : false}], e : {}}) }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a b\":1}", "{\"\":1}", "{\"a:{}) x(y\":1}", "{\"1a\":1}", "{\"é\":1}"})
    void literal_objectWithAForeignName_isRefused(String object) {
        assertThatThrownBy(() -> written("{ a(b: ", json(object), ") }"))
                .hasMessage(
                        "has a JSON object with a member whose name GraphQL cannot have in a literal; use a variable");
    }

    @Test
    void literal_thatIsNotWhatItSaysItIs_isRefused() {
        assertThatThrownBy(() -> written("{ a(b: ", number("1) { id } x(y: 2"), ") }"))
                .hasMessage("has a value of type number that is not JSON");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `{ a # `        | `\n }`            | has a value in a comment
            `{ a(b: "x\\`   | `") }`            | has a value directly behind a '\\' in a string
            `{ a(b: \"""x"` | `z\""") }`        | has a value in a block string that stands directly behind a '"' or a '\\'; use a string ("…") or a variable
            `{ a(b: \"""\\` | `z\""") }`        | has a value in a block string that stands directly behind a '"' or a '\\'; use a string ("…") or a variable
            """)
    void place_whereNoValueCanStand_isRefused(String before, String after, String message) {
        assertThatThrownBy(() -> written(before, Value.of(""), after)).hasMessage(message);
    }

    @Test
    void string_emptyBeforeAnotherString_isRefused() {
        assertThatThrownBy(() -> written("{ a(b: [\"", Value.of(""), "\"\"x\"]) }"))
                .hasMessage("has an empty value in a string directly before another string; put a blank between the"
                        + " strings");
    }

    @Test
    void value_besideANameOrNumber_doesNotBecomePartOfIt() {
        assertThat(written("{ a", number("1"), "{ id } }")).isEqualTo("{ a 1  { id } }");
        assertThat(written("{ a(b: 1", number("2"), "3) }")).isEqualTo("{ a(b: 1 2  3) }");
        assertThat(written("{ a(b: \"\"", Value.of("x"), ") }")).isEqualTo("{ a(b: \"\" \"x\" ) }");
    }

    @Test
    void values_afterStringsAndComments_areWhereTheyAre() {
        var text = new StringBuilder("# it's \" here\n{ a(b: \"\\\"#\", c: \"\"\" \" \\\"\"\" # \"\"\", d: ");
        var writer = new QueryWriter();

        writer.append(text, (Value.Text) Value.of("1"));
        text.append(", e: \"");
        writer.append(text, (Value.Text) Value.of("\"2"));
        text.append("\") }");
        writer.look(text);

        assertThat(text.toString())
                .isEqualTo(
                        "# it's \" here\n{ a(b: \"\\\"#\", c: \"\"\" \" \\\"\"\" # \"\"\", d:  \"1\" , e: \"\\\"2\") }");
    }

    private static String written(String before, Value value, String after) {
        var text = new StringBuilder(before);
        var writer = new QueryWriter();
        writer.append(text, (Value.Text) value);
        text.append(after);
        writer.look(text);
        return text.toString();
    }

    /** The value of the only argument of the only field, after the whole was read. */
    private static String argument(String before, String value, String after) {
        Document document = Parser.parse(written(before, Value.of(value), after));
        var operation = (OperationDefinition) document.getDefinitions().get(0);
        List<Field> fields = operation.getSelectionSet().getSelectionsOfType(Field.class);
        assertThat(document.getDefinitions()).hasSize(1);
        assertThat(fields).hasSize(1);
        List<Argument> arguments = fields.get(0).getArguments();
        assertThat(arguments).hasSize(1);
        return String.valueOf(((StringValue) arguments.get(0).getValue()).getValue());
    }

    private static String printed(String document) {
        return AstPrinter.printAst(Parser.parse(document));
    }

    private static Value number(String digits) {
        return new Value.Text(digits, JsonType.NUMBER);
    }

    private static Value json(String text) {
        return new Value.Text(text, JsonType.JSON);
    }
}
