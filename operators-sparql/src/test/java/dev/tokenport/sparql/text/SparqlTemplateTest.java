package dev.tokenport.sparql.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SparqlTemplateTest {

    private static final Schema SCHEMA = Schema.of(
            "", "s", "iri", "n", "neg", "exp", "b", "j", "null", "lang", "empty", "lines", "evil", "odd", "broken",
            "half", "hex", "up");

    private static final Entity ENTITY = Entity.of(
            "",
            SCHEMA,
            List.of(
                    Value.of("a \"b\" 'c' \\d ü/é?"),
                    Value.of("https://example.org/a?b=c#d"),
                    new Value.Text("1.50", JsonType.NUMBER),
                    new Value.Text("-5", JsonType.NUMBER),
                    new Value.Text("1E+5", JsonType.NUMBER),
                    new Value.Text("true", JsonType.BOOLEAN),
                    new Value.Text("{\"x\":[1]}", JsonType.JSON),
                    new Value.Text("null", JsonType.JSON),
                    Value.of("de-AT"),
                    Value.of(""),
                    Value.of("a\nb\rc\td"),
                    Value.of("> } ; DROP ALL #"),
                    Value.of("-._~a"),
                    Value.of("https://example.org/a b"),
                    Value.of("\uD83D"),
                    Value.of("22"),
                    Value.of("..")));

    private static final String BESIDE_A_NAME =
            "has a value directly beside a name, variable or number, which it would change; put white space between them";

    @ParameterizedTest
    @MethodSource("places")
    void text_valueByPlace_isWrittenForIt(String template, String text) throws OperatorException {
        assertThat(text(template)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("misplacements")
    void text_valueThatCannotStandThere_isAnErrorOfTheEntity(String template, String message) {
        assertThatThrownBy(() -> text(template))
                .isInstanceOf(EntityException.class)
                .hasMessage("sparql_query " + message);
    }

    @Test
    void text_unknownName_isAnErrorOfTheEntity() {
        assertThatThrownBy(() -> text("{{ nothing }}"))
                .isInstanceOf(EntityException.class)
                .hasMessageStartingWith("sparql_query names 'nothing', which is unknown");
    }

    @Test
    void text_withoutValues_standsAsItIs() throws OperatorException {
        assertThat(text("ASK { ?s ?p \"\\u0022 unclosed")).isEqualTo("ASK { ?s ?p \"\\u0022 unclosed");
    }

    private static String text(String template) throws OperatorException {
        return SparqlTemplate.of("sparql_query", template, new Redactor()).text(Optional.of(ENTITY));
    }

    private static Stream<Arguments> places() {
        return Stream.of(
                arguments("?x = {{ s }}", "?x = \"a \\\"b\\\" \\'c\\' \\\\d ü/é?\""),
                arguments("({{ n }} {{ neg }} {{ exp }} {{ b }})", "(1.50 -5 1E+5 true)"),
                arguments("?x={{ n }}.", "?x=1.50."),
                arguments("{ {{ j }} }", "{ \"{\\\"x\\\":[1]}\" }"),
                arguments("\"x{{ s }}y\"", "\"xa \\\"b\\\" \\'c\\' \\\\d ü/é?y\""),
                arguments("'{{ s }}'", "'a \\\"b\\\" \\'c\\' \\\\d ü/é?'"),
                arguments("\"\"\"{{ lines }}\"\"\"", "\"\"\"a\\nb\\rc\\td\"\"\""),
                arguments("'''it's {{ evil }} '''", "'''it's > } ; DROP ALL # '''"),
                arguments("\"{{ null }}{{ n }}\"", "\"1.50\""),
                arguments("<{{ iri }}>", "<https://example.org/a?b=c#d>"),
                arguments("<{{ iri }}/{{ evil }}>", "<https://example.org/a?b=c#d/%3E%20%7D%20%3B%20DROP%20ALL%20%23>"),
                arguments(
                        "<https://example.org/{{ s }}>",
                        "<https://example.org/a%20%22b%22%20%27c%27%20%5Cd%20%C3%BC%2F%C3%A9%3F>"),
                arguments("<https://example.org/{{ up }}a?{{ up }}>", "<https://example.org/..a?..>"),
                arguments("ex:{{ up }}", "ex:\\.\\."),
                arguments("ex:{{ evil }}", "ex:%3E%20%7D%20%3B%20DROP%20ALL%20%23"),
                arguments("ex:id-{{ n }}.", "ex:id-1\\.50."),
                arguments(":{{ empty }}", ":"),
                arguments("a/ex:{{ n }}|ex:b", "a/ex:1\\.50|ex:b"),
                arguments("\"x\"@{{ lang }} .", "\"x\"@de-AT ."),
                arguments("\"{{ empty }}\"@{{ lang }} .", "\"\"@de-AT ."),
                arguments("\"5\"^^<{{ iri }}>", "\"5\"^^<https://example.org/a?b=c#d>"),
                arguments("?x < {{ n }} && ?y > {{ n }}", "?x < 1.50 && ?y > 1.50"),
                arguments("?x <={{ n }} && ?y>={{ n }}", "?x <=1.50 && ?y>=1.50"),
                arguments("?x<=?y&&?z={{ n }}&&?a>1", "?x<=?y&&?z=1.50&&?a>1"),
                arguments("<< ?s ?p {{ n }} >>", "<< ?s ?p 1.50 >>"),
                arguments("# it's \"open <\n{{ n }}", "# it's \"open <\n1.50"),
                arguments("<a#b> {{ n }} # c", "<a#b> 1.50 # c"),
                arguments("'\\'' {{ n }}", "'\\'' 1.50"),
                arguments("ex:a\\'b {{ n }}", "ex:a\\'b 1.50"),
                arguments("{{ s | upper }}", "\"A \\\"B\\\" \\'C\\' \\\\D Ü/É?\""),
                arguments("{{ evil | raw }}", "> } ; DROP ALL #"),
                arguments("'' {{ s | length }}", "'' 17"));
    }

    private static Stream<Arguments> misplacements() {
        return Stream.of(
                arguments("SELECT * {}\n# {{ s }}", "has a value in a comment, line 2"),
                arguments("\"a\\{{ s }}\"", "has a value directly behind a backslash, line 1"),
                arguments("ex:\\{{ s }}", "has a value directly behind a backslash, line 1"),
                arguments("?{{ lang }}", BESIDE_A_NAME + ", line 1"),
                arguments("${{ lang }}", BESIDE_A_NAME + ", line 1"),
                arguments("LIMIT{{ n }}", BESIDE_A_NAME + ", line 1"),
                arguments("{{ n }}{{ n }}", BESIDE_A_NAME + ", line 1"),
                arguments("{{ n }}OFFSET", BESIDE_A_NAME + ", line 1"),
                arguments("_:{{ lang }}", BESIDE_A_NAME + ", line 1"),
                arguments("@{{ lang }}", BESIDE_A_NAME + ", line 1"),
                arguments("\"a\"@{{ evil }}", "has a value behind '@' that is no language tag, line 1"),
                arguments("\"a\"@{{ empty }}", "has a value behind '@' that is no language tag, line 1"),
                arguments(
                        "<{{ lang }}>",
                        "has a value directly behind '<' that is no absolute IRI; if '<' means \"less than\", put a blank behind it, line 1"),
                arguments(
                        "<{{ empty }}>",
                        "has a value directly behind '<' that is no absolute IRI; if '<' means \"less than\", put a blank behind it, line 1"),
                arguments(
                        "<{{ broken }}>",
                        "has a value directly behind '<' with a character in it that no IRI can have, line 1"),
                arguments(
                        "\n\n{{ null }}",
                        "has a missing value where a term is needed; ask for it with {% if … %}, line 3"),
                arguments(
                        "<https://example.org/a/{{ up }}>",
                        "has the path segment '..' in an IRI with a value, which leads to another one, line 1"),
                arguments("<a:{{ null }}>", "has a missing value in an IRI; ask for it with {% if … %}, line 1"),
                arguments("'{{ half }}'", "has a value with half of a surrogate pair in it, line 1"),
                arguments(
                        "?x <{{ iri }} && ?y > 1",
                        "has a value behind a '<' that no '>' ends; if it means \"less than\", put a blank behind it, line 1"),
                arguments("?x <a{{ iri }}", "ends within a string or an IRI, line 1"),
                arguments("\"{{ s }}", "ends within a string or an IRI, line 1"),
                arguments("\"\"{{ s }}", BESIDE_A_NAME + ", line 1"),
                arguments("{{ empty }}\"x\"", BESIDE_A_NAME + ", line 1"),
                arguments("?x<={{ n }}&&?a>1", BESIDE_A_NAME + ", line 1"),
                arguments(
                        "\"\\u0022 {{ s }}\"",
                        "has an escape such as \\u0022 for an ASCII character beside values; write the character itself, line 1"),
                arguments(
                        "\"\\u00{{ hex }}\"",
                        "has an escape such as \\u0022 for an ASCII character beside values; write the character itself, line 1"));
    }
}
