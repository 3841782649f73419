package dev.tokenport.cmem.mapping;

import java.util.List;
import java.util.Optional;

/** <em>GraphQL query</em>, which names in CMEM the dataset it writes, and here that dataset's file. */
final class GraphQLRequest implements TaskKind {

    private static final String ID = "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin";
    private static final String DATASET = "graphql_dataset";

    @Override
    public List<String> types() {
        return List.of(ID);
    }

    @Override
    public String operator() {
        return ID;
    }

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.same("graphql_url", ""),
                Rule.same("graphql_query", ""),
                Rule.same("graphql_variable_values", "{}"),
                Rule.joined(DATASET, "", "`graphql_dataset`: the file of the dataset"),
                Rule.same("oauth_access_token", ""));
    }

    @Override
    public void join(TaskValues values, Target target) {
        String dataset = values.plain(DATASET).strip();
        if (!dataset.isEmpty()) {
            values.fileOf(dataset)
                    .ifPresentOrElse(
                            file -> target.put(DATASET, file, values.position(DATASET)),
                            () -> values.fault(DATASET, "'" + dataset + "' is no dataset of the project with a file"));
        }
    }

    @Override
    public Optional<String> writes() {
        return Optional.of(DATASET);
    }
}
