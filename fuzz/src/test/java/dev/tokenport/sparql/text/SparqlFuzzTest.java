package dev.tokenport.sparql.text;

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
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.graph.NodeTransformLib;

/** SPARQL: any text is gone through, and a value in a query is that value and nothing else, told by Jena's parser. */
final class SparqlFuzzTest {

    private static final Node SOME_LITERAL = NodeFactory.createLiteralString("x");
    private static final Node SOME_IRI = NodeFactory.createURI("urn:x");
    private static final List<String> TEMPLATES = List.of(
            "SELECT * { ?s <http://example.org/p> {{ v }} , 'x' . FILTER(?s < 3 && ?x > 4) }",
            "SELECT * { ?s ?p \"a {{ v }} b\"@en ; ?q '''c{{ v }}''' . # comment\n }",
            "PREFIX ex: <http://example.org/> SELECT * { <http://example.org/{{ v }}/x> ex:{{ v }} ?o , <urn:y> }",
            "SELECT * { <{{ v }}> ?p ?o }");

    @FuzzTest
    void text(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            assertThat(SparqlText.keyword(text)).isUpperCase();
            assertThat(SparqlText.joined(List.of(text, "CLEAR ALL"))).endsWith("CLEAR ALL");
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
        try {
            assertThat(meaning(rendered(template, value))).isEqualTo(meaning(rendered(template, "urn:harmless")));
        } catch (EntityException e) {
            Messages.fit(e);
        }
    }

    private static String rendered(String template, String value) throws OperatorException {
        Entity entity = Entity.of("", Schema.of("", "v"), List.of(Value.of(value)));
        return SparqlTemplate.of("sparql_query", template, new Redactor()).text(Optional.of(entity));
    }

    /** What a query means, but for its literals and IRIs. */
    private static Op meaning(String query) {
        return NodeTransformLib.transform(
                node -> node.isLiteral() ? SOME_LITERAL : node.isURI() ? SOME_IRI : node,
                Algebra.compile(QueryFactory.create(query)));
    }
}
