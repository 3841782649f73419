package dev.tokenport.sparql;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.service.AccessToken;
import dev.tokenport.service.Calls;
import java.net.URI;

/**
 * The parameters of a SPARQL update.
 *
 * @param endpoint where to
 * @param update what to do; a template
 * @param batchSize how many updates are sent in one request
 * @param accessToken the token to send
 * @param repeatable whether an update may be processed twice
 * @param method how the update is sent
 * @param usingGraphs the graphs that {@code WHERE} looks into
 * @param usingNamedGraphs the graphs that {@code GRAPH} can name in {@code WHERE}
 * @param calls how the endpoint is called
 */
public record SparqlUpdateParameters(
        @HttpUrl(insecureHttpParameter = "allow_insecure_http", onlyWith = "oauth_access_token")
        @Parameter(
                id = "sparql_endpoint",
                label = "SPARQL endpoint",
                description =
                        "The update endpoint, an http(s) URL, for example `https://cmem.example.org/dataplatform/proxy/default/update`. Parameters of the endpoint's own may stand behind a `?`.",
                mandatory = true)
        URI endpoint,

        @Parameter(
                id = "sparql_update",
                label = "SPARQL update",
                description =
                        "One or more updates. With an input, a Jinja template over the paths of each entity, for example `INSERT DATA { <{{ iri }}> rdfs:label {{ name }} }`; each value is written as its place needs.",
                mandatory = true,
                multiline = true,
                template = true)
        String update,

        @Parameter(
                id = "batch_size",
                label = "Batch size",
                description =
                        "How many entities' updates are sent in one request, 10000 at the most. A batch fails as a whole.",
                defaultValue = "1")
        int batchSize,

        @Embedded AccessToken accessToken,

        @Parameter(
                id = "repeatable",
                label = "Repeatable",
                description =
                        "Whether processing an update twice does what processing it once does, as with `INSERT DATA` and `DELETE DATA` without blank nodes. If so, it is sent again after every failure that may pass.",
                defaultValue = "false",
                advanced = true)
        boolean repeatable,

        @Parameter(
                id = "using_graphs",
                label = "Using graphs",
                description =
                        "The IRIs of the graphs that `WHERE` looks into, separated by white space. The update may not have `USING` or `WITH` then. Empty: as the update or the endpoint has it.",
                advanced = true)
        String usingGraphs,

        @Parameter(
                id = "using_named_graphs",
                label = "Using named graphs",
                description =
                        "The IRIs of the graphs that `GRAPH` can name in `WHERE`, separated by white space. Empty: as the update or the endpoint has it.",
                advanced = true)
        String usingNamedGraphs,

        @Parameter(
                id = "method",
                label = "Method",
                description =
                        "How the update is sent: `post_direct` as a body of type `application/sparql-update`, `post` as a form.",
                defaultValue = "post_direct",
                advanced = true)
        UpdateMethod method,

        @Embedded Calls calls) {

    private static final int LARGEST_BATCH = 10_000;

    /** Checks the values. */
    public SparqlUpdateParameters {
        if (batchSize < 1 || batchSize > LARGEST_BATCH) {
            throw new IllegalArgumentException("batch_size " + batchSize + " is not between 1 and " + LARGEST_BATCH);
        }
        Graphs.of("using_graphs", usingGraphs);
        Graphs.of("using_named_graphs", usingNamedGraphs);
    }
}
