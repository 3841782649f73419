package dev.tokenport.sparql;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.service.AccessToken;
import dev.tokenport.service.Calls;
import dev.tokenport.sparql.result.Terms;
import java.net.URI;

/**
 * The parameters of a SPARQL query.
 *
 * @param endpoint where to
 * @param query what to ask; a template
 * @param terms what becomes of the terms of the answer
 * @param accessToken the token to send
 * @param method how the query is sent
 * @param defaultGraphs the graphs that are asked
 * @param namedGraphs the graphs that {@code GRAPH} can name
 * @param calls how the endpoint is called
 */
public record SparqlQueryParameters(
        @HttpUrl(insecureHttpParameter = "allow_insecure_http", onlyWith = "oauth_access_token")
        @Parameter(
                id = "sparql_endpoint",
                label = "SPARQL endpoint",
                description =
                        "The query endpoint, an http(s) URL, for example `https://cmem.example.org/dataplatform/proxy/default/sparql`. Parameters of the endpoint's own may stand behind a `?`.",
                mandatory = true)
        URI endpoint,

        @Parameter(
                id = "sparql_query",
                label = "SPARQL query",
                description =
                        "A SELECT or ASK query. With an input, a Jinja template over the paths of each entity, for example `SELECT ?name { <{{ iri }}> rdfs:label ?name }`; each value is written as its place needs.",
                mandatory = true,
                multiline = true,
                template = true)
        String query,

        @Embedded AccessToken accessToken,

        @Parameter(
                id = "terms",
                label = "Terms",
                description =
                        "What becomes of the RDF terms of the answer: `values` gives their values alone, `rdf` gives JSON objects with `type`, `value`, `datatype` and `xml:lang`.",
                defaultValue = "values",
                advanced = true)
        Terms terms,

        @Parameter(
                id = "default_graphs",
                label = "Default graphs",
                description =
                        "The IRIs of the graphs that make up the default graph, separated by white space. Empty: as the query or the endpoint has it.",
                advanced = true)
        String defaultGraphs,

        @Parameter(
                id = "named_graphs",
                label = "Named graphs",
                description =
                        "The IRIs of the graphs that `GRAPH` can name, separated by white space. Empty: as the query or the endpoint has it.",
                advanced = true)
        String namedGraphs,

        @Parameter(
                id = "method",
                label = "Method",
                description =
                        "How the query is sent: `post` as a form, `post_direct` as a body of type `application/sparql-query`, `get` in the URL, which is too short for long queries.",
                defaultValue = "post",
                advanced = true)
        QueryMethod method,

        @Embedded Calls calls) {

    /** Checks the values. */
    public SparqlQueryParameters {
        Graphs.of("default_graphs", defaultGraphs);
        Graphs.of("named_graphs", namedGraphs);
    }
}
