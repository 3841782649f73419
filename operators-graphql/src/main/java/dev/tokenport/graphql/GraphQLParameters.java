package dev.tokenport.graphql;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.service.AccessToken;
import dev.tokenport.service.Calls;
import dev.tokenport.service.file.FileName;
import dev.tokenport.service.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameters of a GraphQL query.
 *
 * @param url where to
 * @param query the document; a template
 * @param variableValues a JSON object; a template
 * @param dataset the file for the answers; empty to give entities
 * @param accessToken the token to send
 * @param operationName which operation of the document; empty if there is only one
 * @param records where in the data the records are; empty for the natural place
 * @param calls how the service is called
 */
public record GraphQLParameters(
        @HttpUrl(insecureHttpParameter = "allow_insecure_http", onlyWith = "oauth_access_token")
        @Parameter(
                id = URL,
                label = "Endpoint",
                description =
                        "The URL of the GraphQL endpoint, http or https, for example `https://api.example.org/graphql`.",
                mandatory = true)
        String url,

        @Parameter(
                id = QUERY,
                label = "Query",
                description =
                        "The GraphQL document: a query or a mutation, for example `query { orders { id total } }`. With an input, a Jinja template over the paths of each entity, in which a value becomes a GraphQL literal, or is escaped within a string; variables are usually the better place for values.",
                mandatory = true,
                multiline = true,
                template = true)
        String query,

        @Parameter(
                id = VARIABLES,
                label = "Query variables",
                description =
                        "The values of the query's variables, a JSON object, for example `{\"id\": 1}`. With an input, a Jinja template over the paths of each entity: `{\"id\": {{ id }}}`; a value becomes the JSON value that it is, or is escaped within a string.",
                defaultValue = "{}",
                multiline = true,
                template = true)
        String variableValues,

        @Parameter(
                id = DATASET,
                label = "Target JSON dataset",
                description =
                        "A JSON file that the answers are written to, instead of giving entities: an array with the `data` of each answer. A relative path starts at the folder of the workflow file. The folder of the file must exist. Empty: the task gives entities.",
                advanced = true)
        String dataset,

        @Embedded AccessToken accessToken,

        @Parameter(
                id = OPERATION_NAME,
                label = "Operation name",
                description = "Which operation to execute, where the query has several. Empty: the only one.",
                advanced = true)
        String operationName,

        @Parameter(
                id = RECORDS,
                label = "Records",
                description =
                        "Where in the answer's `data` the records are, as a JSON pointer (RFC 6901), for example `/orders/nodes`; by the names that the fields have in the answer. Empty: the natural place, see above.",
                advanced = true)
        String records,

        @Embedded Calls calls) {

    static final String URL = "graphql_url";
    static final String QUERY = "graphql_query";
    static final String VARIABLES = "graphql_variable_values";
    static final String DATASET = "graphql_dataset";
    static final String OPERATION_NAME = "graphql_operation_name";
    static final String RECORDS = "graphql_records";

    /** Checks the values. */
    public GraphQLParameters {
        List<String> faults = new ArrayList<>();
        try {
            JsonPointer.of(RECORDS, records);
            if (!dataset.isBlank()) {
                FileName.check(DATASET, dataset);
            }
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        if (!dataset.isBlank() && !records.isEmpty()) {
            faults.add(RECORDS + " '" + records + "' is given with " + DATASET + ", which takes the whole data");
        }
        if (!dataset.isBlank() && !calls.carry().isBlank()) {
            faults.add("carry '" + calls.carry() + "' is given with " + DATASET + ", which takes the data as it is");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
