package dev.tokenport.sparql;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists of graphs, as parameters have them. */
final class Graphs {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\\\\x00-\\x20]*");

    private Graphs() {}

    /**
     * The IRIs of a list, separated by white space.
     *
     * @throws IllegalArgumentException if one is no absolute IRI; the message begins with the parameter
     */
    static List<String> of(String parameter, String list) {
        List<String> graphs = Stream.of(list.strip().split("\\s+"))
                .filter(iri -> !iri.isEmpty())
                .toList();
        for (String iri : graphs) {
            if (!ABSOLUTE.matcher(iri).matches()) {
                throw new IllegalArgumentException(
                        parameter + " '" + iri + "' is no absolute IRI, such as https://example.org/graph");
            }
        }
        return graphs;
    }

    /** The parameters of the protocol that name the graphs of a list. */
    static Stream<Endpoint.Field> fields(String name, String list) {
        return of(name, list).stream().map(iri -> new Endpoint.Field(name, iri));
    }
}
