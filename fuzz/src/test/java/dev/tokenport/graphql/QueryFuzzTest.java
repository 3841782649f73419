package dev.tokenport.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.template.Template;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.StringValue;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** GraphQL: documents are read or refused, and a value in one is that value and nothing else. */
final class QueryFuzzTest {

    private static final String HARMLESS = "harmless";
    private static final List<String> TEMPLATES = List.of(
            "{ orders(id: {{ v }}, first: 1) { id } }",
            "query A($x: Int = 1) { orders(a: {b: [{{ v }}, \"c\"]}) @include(if: true) { ... on Order { id } } }",
            "{ orders(id: \"x{{ v }}y\") { id } # a comment\n }",
            "{ orders(id: \"\"\"block {{ v }} string\"\"\") { id } }");

    @FuzzTest
    void document(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                QueryDocument.of(text).operation("", Optional.empty());
            } catch (EntityException e) {
                Messages.fit(e);
            }
        });
    }

    @FuzzTest
    void value(byte[] input) throws Exception {
        String value = new String(input, UTF_8);

        Bounds.within(input, () -> {
            for (String template : TEMPLATES) {
                check(template, value);
            }
        });
    }

    private static void check(String template, String value) throws OperatorException {
        String rendered;
        try {
            rendered = rendered(template, value);
        } catch (EntityException e) {
            Messages.fit(e);
            return;
        }
        Document document = Parser.parse(rendered);
        assertThat(shape(document)).isEqualTo(shape(Parser.parse(rendered(template, HARMLESS))));
        if (!template.contains("\"\"\"")) {
            assertThat(strings(document)).anyMatch(string -> string.contains(value));
        }
    }

    private static String rendered(String template, String value) throws OperatorException {
        Entity entity = Entity.of("", Schema.of("", "v"), List.of(Value.of(value)));
        return Template.of("graphql_query", template).text(entity, new Redactor(), new QueryWriter());
    }

    /** What there is in a document, but for the texts of strings. */
    private static List<String> shape(Node<?> node) {
        List<String> shape = new ArrayList<>();
        shape.add(node.getClass().getSimpleName());
        node.getChildren().forEach(child -> shape.addAll(shape(child)));
        return shape;
    }

    private static List<String> strings(Node<?> node) {
        List<String> strings = new ArrayList<>();
        if (node instanceof StringValue string) {
            strings.add(string.getValue());
        }
        node.getChildren().forEach(child -> strings.addAll(strings(child)));
        return strings;
    }
}
