package dev.tokenport.sparql;

import static dev.tokenport.sparql.Ran.rows;
import static dev.tokenport.sparql.Ran.texts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entity;
import dev.tokenport.testkit.TestContext;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value can do to a real server: nothing but be a value. */
final class FusekiInjectionTest {

    private static final String[] NASTY = {
        "\" . <urn:evil> <urn:evil> \"",
        "' } ; DROP ALL ; INSERT DATA { <urn:evil> <urn:evil> '",
        "\"\"\" } ; DROP ALL #",
        "''' } ; DROP ALL #",
        "\\",
        "\\\\",
        "\\\" } ; DROP ALL #",
        "\\u0022 } ; DROP ALL #",
        "\\\\u0022 } ; DROP ALL #",
        "\\U00000022 } ; DROP ALL #",
        "\\u005C\\u0022",
        "> } ; DROP ALL #",
        "%3E } ; DROP ALL",
        "# comment",
        "a\nb\r\nc\td\u000Be\ff",
        "\n} ; DROP ALL #",
        "?x $y",
        "{{ id }} {% if x %}",
        "\u0000",
        "\u007F\u0085\u00A0\u2028\u2029",
        "\uFEFF\u202E\u200D",
        "ä\u0308 漢字 \uD83D\uDE00",
        "\"",
        "'",
        "''",
        "\"\"",
        "",
        " ",
        "<urn:a>",
        "a..",
        "-._~*!",
        "a/../b",
        "&update=DROP%20ALL&x=+",
        ")}UNION{?s?p?o",
        "?x)&&(1=1",
        ":x",
        "a:b.c;d,e",
        "ex:a&&1=",
        "en",
    };

    /** Values that mean something in SPARQL, in Jinja or on the way. */
    static List<String> nasty() {
        return List.of(NASTY);
    }

    @TempDir
    Path folder;

    private final Fuseki fuseki = Fuseki.running();

    @BeforeEach
    void reset() {
        fuseki.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ v }}",
                "\"{{ v }}\"",
                "'{{ v }}'",
                "\"\"\"{{ v }}\"\"\"",
                "'''{{ v }}'''",
                "\"{{ v }}\"@en",
                "{{ v }}^^<http://www.w3.org/2001/XMLSchema#string>",
            })
    void value_inAString_isReadBackUnchanged(String place) throws Exception {
        List<Entity> done = update("INSERT DATA { <urn:s> <urn:{{ v }}> " + place + " }", "7");

        assertThat(done).hasSize(NASTY.length);
        assertThat(texts(query("SELECT ?o { ?s ?p ?o }"), "o")).containsExactlyInAnyOrder(NASTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<https://example.org/{{ v }}>", "ex:{{ v }}", "ex:x-{{ v }}"})
    void value_inAnIri_staysInIt(String place) throws Exception {
        update(
                "PREFIX ex: <https://example.org/> INSERT DATA { <urn:s> <urn:p> {{ v }} ; <urn:iri> " + place + " }",
                "1");

        String prefix = place.contains("x-") ? "https://example.org/x-" : "https://example.org/";
        assertThat(texts(query("SELECT ?iri { <urn:s> <urn:iri> ?iri }"), "iri"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(NASTY).map(value -> prefix + encoded(value)).toList());
        assertThat(texts(query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), "n")).containsExactly("" + 2 * NASTY.length);
    }

    @Test
    void value_inAQuery_findsItself() throws Exception {
        update("INSERT DATA { <urn:s> <urn:p> {{ v }} }", "1");

        List<Entity> found = Ran.with(
                        "sparql_endpoint",
                        fuseki.queries(),
                        "sparql_query",
                        "SELECT ?o { ?s ?p ?o FILTER(?o = {{ v }} && ?o = '''{{ v }}''' && ?o < '{{ v }}z') }")
                .token("first-token")
                .query(TestContext.in(folder), rows("v", NASTY));

        assertThat(texts(found, "o")).containsExactly(NASTY);
    }

    /** As ENCODE_FOR_URI does it; a form differs from that in a few characters. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private List<Entity> update(String update, String batchSize) throws Exception {
        return Ran.with("sparql_endpoint", fuseki.updates(), "sparql_update", update, "batch_size", batchSize)
                .token("first-token")
                .update(TestContext.in(folder), rows("v", NASTY));
    }

    private List<Entity> query(String query) throws Exception {
        return Ran.with("sparql_endpoint", fuseki.queries(), "sparql_query", query)
                .token("first-token")
                .query(TestContext.in(folder));
    }
}
