package dev.tokenport.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterFault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be told of SPARQL before a run. */
final class KnownTextTest {

    private static List<String> faults(Operator<?> operator, Map<String, String> known) {
        return operator.faults(new KnownParameters(known)).stream()
                .map(ParameterFault::message)
                .toList();
    }

    private static List<String> query(String text) {
        return faults(new SparqlQuery(), Map.of("sparql_query", text));
    }

    private static List<String> update(String text) {
        return faults(new SparqlUpdate(), Map.of("sparql_update", text));
    }

    @Test
    void query_selectOrTemplate_hasNoFault() {
        assertThat(query("PREFIX a: <urn:a> SELECT * { ?s ?p ?o }")).isEmpty();
        assertThat(query("{{ query | raw }}")).isEmpty();
        assertThat(faults(new SparqlQuery(), Map.of())).isEmpty();
    }

    @Test
    void query_constructOrNothing_isAFault() {
        assertThat(query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))
                .containsExactly("sparql_query is a CONSTRUCT, which gives RDF rather than solutions; use SELECT, or"
                        + " http-request for RDF");
        assertThat(query("# none")).containsExactly("sparql_query has no query in it");
    }

    @Test
    void update_insertNothingOrTemplate_hasNoFault() {
        assertThat(update("INSERT DATA { <urn:a> <urn:b> 1 }")).isEmpty();
        assertThat(update("PREFIX a: <urn:a>")).isEmpty();
        assertThat(update("SELECT {{ id }}")).isEmpty();
        assertThat(faults(new SparqlUpdate(), Map.of())).isEmpty();
    }

    @Test
    void update_query_isAFault() {
        assertThat(update("ASK { ?s ?p ?o }"))
                .containsExactly("sparql_update begins with ASK, which is a query; use sparql-query");
    }
}
