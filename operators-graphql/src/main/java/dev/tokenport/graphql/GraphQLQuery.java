package dev.tokenport.graphql;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.RunContext;
import dev.tokenport.service.Caller;
import dev.tokenport.service.EntityException;
import dev.tokenport.service.OnError;
import dev.tokenport.service.PerEntity;
import dev.tokenport.service.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operator <em>GraphQL query</em>: asks a GraphQL service, once or per entity, and gives its data. Thread-safe. */
public final class GraphQLQuery implements Operator<GraphQLParameters> {

    private static final Ports.InputPorts INPUTS = new Ports.InputPorts.Between(0, Integer.MAX_VALUE);
    private static final Ports WITH_ENTITIES = new Ports(INPUTS, Optional.of(new Ports.Port.Unknown()));
    private static final Ports WITH_DATASET = new Ports(INPUTS, Optional.empty());

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "cmem_plugin_graphql-workflow-graphql-GraphQLPlugin",
                    "GraphQL query",
                    "Ask a GraphQL endpoint with queries or mutations, and give the data as entities or write it to a JSON file.")
            .withAliases("graphql-query")
            .withDocumentation("""
                    Without an input, the task sends one request. With an input, it sends one per entity, and gives the answers in \
                    the order of the entities. The query and its variables may be templates over the paths of the entity.

                    ```yaml
                    tasks:
                      auth:
                        operator: oauth2-authentication
                        parameters:
                          oauth_token_url: https://idp.example.org/token
                          oauth_client_id: orders-reader
                          oauth_client_secret: ${env:ORDERS_SECRET}
                      customers:
                        operator: json-dataset
                        parameters: {file: customers.json}
                      orders:
                        operator: graphql-query
                        config: auth
                        inputs: customers
                        parameters:
                          graphql_url: https://api.example.org/graphql
                          graphql_query: |
                            query ($customer: ID!) { orders(customer: $customer) { id total } }
                          graphql_variable_values: '{"customer": "{{ id }}"}'
                          carry: id
                          carry_prefix: customer_
                    ```

                    ### Checks

                    The query and the variables are read before anything is sent: a syntax error, a schema definition, an unknown \
                    fragment, variables that are not a JSON object, or a variable without the value it needs is an error with its place. \
                    A template is checked when it has been rendered for an entity. A subscription is refused, and so is a query \
                    with several operations, unless `graphql_operation_name` names one.

                    ### Templates

                    Templates are Jinja, as in *HTTP request*. Each value is encoded as its place needs, so that no value can \
                    change what the query asks for:

                    - In the variables, a value within a string is escaped; outside of one it is the JSON value that it is.
                    - In the query, a value within a string is escaped as well; outside of one it is a literal: a string in quotes, a number, \
                    a boolean, `null`, a list or an object. It cannot be a name or a part of one.
                    - In a block string (`\"""`), a value must not stand directly behind a quote or backslash, nor end in one. In a comment it is an error.

                    What the filters `raw`, `tojson` or `urlencode` were applied to stands as it is, for a piece of a query that comes from a trusted source.

                    ### Answers

                    If the query asks for exactly one field, and that field is an object or a list of objects, these become entities: \
                    `{ orders { id total } }` gives an entity per order, read while the answer arrives, whatever its size. Otherwise \
                    `data` is one entity with a path per field. `graphql_records` names another place, for example \
                    `/orders/nodes`. What is null there gives no entity. Numbers keep their digits; arrays, objects and `null` are values of type json.

                    With `graphql_dataset`, the task has no output. The file holds an array with the `data` of each answer, in the order of the \
                    entities. It is written beside its place and moved there when all answers have arrived; a run that fails leaves the old one.

                    ### Errors

                    - `errors` beside data are a warning in the report, for each entity and with the first messages, and the data is used: GraphQL \
                    puts `null` where an error was. The report counts all errors under `errors`.
                    - `errors` without data (none at all, or nothing but `null` where the entities are taken from) mean that the entity cannot be processed: \
                    the run fails, or skips the entity, as `on_error` says.
                    - An answer of the type `application/graphql-response+json` is read whatever its status is. Any other answer with 4xx or 5xx \
                    is an error that quotes its beginning. Redirects are not followed.
                    - A query is sent again when the connection fails or the service answers 408, 429, 500, 502, 503 or 504; a mutation only when \
                    it cannot have been processed.
                    """);

    /** The operator. */
    public GraphQLQuery() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<GraphQLParameters> parameters() {
        return GraphQLParameters.class;
    }

    /** With a dataset there is no output, as in CMEM. */
    @Override
    public Ports ports(KnownParameters known) {
        return OnError.ports(hasDataset(known) ? WITH_DATASET : WITH_ENTITIES, known);
    }

    /** A query is, a mutation is not; what a template becomes is not known. */
    @Override
    public boolean repeatable(KnownParameters known) {
        return known.text(GraphQLParameters.QUERY)
                .filter(query -> !Template.isTemplate(query))
                .filter(query -> isQuery(
                        query, known.text(GraphQLParameters.OPERATION_NAME).orElse("")))
                .isPresent();
    }

    @Override
    public Set<String> filesWritten(KnownParameters known, int connectedInputs) {
        return hasDataset(known) ? Set.of(GraphQLParameters.DATASET) : Set.of();
    }

    @Override
    public List<ParameterFault> faults(KnownParameters known) {
        return Question.faults(known);
    }

    @Override
    public Output execute(GraphQLParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        var requests = new RequestPlan(parameters, context.redactor());
        var caller = new Caller(parameters.calls(), parameters.accessToken(), context);
        var reported = new ReportedErrors(inputs, context);
        if (parameters.dataset().isBlank()) {
            return Output.of(new PerEntity(
                    inputs, caller, new Asking(requests, caller, context.redactor(), reported, DataEntities::new)));
        }
        try (var file = AnswerFile.of(parameters.dataset(), context)) {
            var asking = new Asking(requests, caller, context.redactor(), reported, operation -> file.data());
            file.write(new PerEntity(inputs, caller, asking));
        }
        return Output.none();
    }

    private static boolean isQuery(String query, String operationName) {
        try {
            return QueryDocument.of(query)
                    .operation(operationName.strip(), Optional.empty())
                    .repeatable();
        } catch (EntityException e) {
            // The task will fail, whatever it is.
            return false;
        }
    }

    private static boolean hasDataset(KnownParameters known) {
        return known.text(GraphQLParameters.DATASET)
                .filter(name -> !name.isBlank())
                .isPresent();
    }
}
