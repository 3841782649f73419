package dev.tokenport.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.EntityException;
import dev.tokenport.sparql.text.SparqlTemplate;
import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.util.FmtUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Puts every nasty value at every place of a query, and has a real parser read it: what it understands is what it
 * understands of a harmless value at that place, but for the value.
 */
final class InjectionSweepTest {

    private static final String HARMLESS = "MARK";
    private static final String HARMLESS_IRI = "mark:MARK";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PREFIX ex: <http://example.org/>\nSELECT ?s { ?s ex:p 'a\\'b' , \"c\\\"d\"@en-GB . FILTER(?s<?o ) # it's \"x\" <y\n }",
                "BASE <http://example.org/>PREFIX :<x#>SELECT*{?s <p>/:q|^a 5.0,true;:r\"\"\"a\"b'c\"\"\",'''d'e'''.FILTER(?s<?o &&?o>-3)}",
                "SELECT (?x<=?y &&?z>'' AS ?b) { VALUES (?x ?y) { (1 \"\") (UNDEF '') } BIND(?x<\"a\"||?y>'b' AS ?c) ?a<http://e.g/>?d }",
                "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ASK { [] a xsd:a\\-b.c , \"1\"^^xsd:integer , _:b . OPTIONAL{?x?y ?z} }",
            })
    void values_atEveryPlaceOfAQuery_changeNothingElse(String query) throws OperatorException {
        assertThat(parsed(query)).isPresent();
        int compared = 0;
        for (int place = 0; place <= query.length(); place++) {
            if (place > 0 && query.charAt(place - 1) == '{') {
                // Three braces in a row are no Jinja.
                continue;
            }
            SparqlTemplate template = SparqlTemplate.of(
                    "sparql_query", query.substring(0, place) + "{{ v }}" + query.substring(place), redactor);
            Harmless harmless = harmless(template);
            for (String value : FusekiInjectionTest.nasty()) {
                // Where nothing may stand, something may not: an empty value cannot be compared.
                Optional<String> nasty = value.isEmpty() ? Optional.empty() : rendered(template, value);
                Optional<String> meaning = nasty.flatMap(InjectionSweepTest::parsed);
                if (meaning.isPresent()) {
                    assertThat(meaning.get()).as(nasty.orElseThrow()).isIn(harmless.with(value));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    /** What a query means with a harmless value: a text, or an IRI where only that may stand. */
    private record Harmless(String value, String meaning) {

        /** What it may mean with another value: in a string, in an IRI, as a language tag. */
        List<String> with(String other) {
            return List.of(
                    replaced(meaning, value, FmtUtils.stringEsc(other)),
                    replaced(meaning, value, value.equals(HARMLESS) ? encoded(other) : other),
                    replaced(meaning, "@" + value.toLowerCase(Locale.ROOT), "@" + other));
        }
    }

    private Harmless harmless(SparqlTemplate template) throws OperatorException {
        Optional<String> text = rendered(template, HARMLESS);
        Optional<String> rendered = text.isPresent() ? text : rendered(template, HARMLESS_IRI);
        return new Harmless(
                text.isPresent() ? HARMLESS : HARMLESS_IRI,
                rendered.flatMap(InjectionSweepTest::parsed).orElse("a harmless value is refused here"));
    }

    private static String replaced(String expected, String harmless, String value) {
        return expected.replace(harmless, value).replaceAll("\\s+", " ");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    /** What a query means, as text. */
    private static Optional<String> parsed(String query) {
        try {
            return Optional.of(
                    Algebra.compile(QueryFactory.create(query)).toString().replaceAll("\\s+", " "));
        } catch (QueryException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> rendered(SparqlTemplate template, String value) throws OperatorException {
        try {
            return Optional.of(template.text(Optional.of(Entity.of("", Schema.of("", "v"), List.of(Value.of(value))))));
        } catch (EntityException e) {
            return Optional.empty();
        }
    }
}
