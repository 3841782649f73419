package dev.tokenport.integration.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Orders by GraphQL over HTTP, as graphql-java executes it. Thread-safe. */
final class GraphQLEndpoint implements Answering {

    private static final int ORDERS_OF_A_CUSTOMER = 2;

    private static final String SCHEMA = """
            type Query {
              orders(customer: ID): [Order!]!
              order(id: Int!): Order
            }
            type Mutation {
              createOrder(customer: String!): Order!
            }
            type Order {
              id: Int!
              customer: String!
              total: Float!
            }
            """;

    private final GraphQL graphQL = GraphQL.newGraphQL(new SchemaGenerator()
                    .makeExecutableSchema(
                            new SchemaParser().parse(SCHEMA),
                            RuntimeWiring.newRuntimeWiring()
                                    .type(
                                            "Query",
                                            type -> type.dataFetcher("orders", GraphQLEndpoint::orders)
                                                    .dataFetcher("order", GraphQLEndpoint::order))
                                    .type("Mutation", type -> type.dataFetcher("createOrder", GraphQLEndpoint::create))
                                    .build()))
            .build();

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Map<String, Object> asked =
                    JSONObjectUtils.parse(new String(request.getInputStream().readAllBytes(), UTF_8));
            Map<String, Object> variables = JSONObjectUtils.getJSONObject(asked, "variables");
            ExecutionInput input = ExecutionInput.newExecutionInput()
                    .query(JSONObjectUtils.getString(asked, "query"))
                    .operationName(JSONObjectUtils.getString(asked, "operationName"))
                    .variables(variables == null ? Map.of() : variables)
                    .build();
            Answering.json(
                    response,
                    JSONObjectUtils.toJSONString(graphQL.execute(input).toSpecification()));
        } catch (ParseException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private static List<Map<String, Object>> orders(DataFetchingEnvironment asked) {
        int count = asked.getArgument("customer") == null ? Orders.COUNT : ORDERS_OF_A_CUSTOMER;
        return IntStream.rangeClosed(1, count).mapToObj(GraphQLEndpoint::order).toList();
    }

    private static @Nullable Map<String, Object> order(DataFetchingEnvironment asked) {
        int id = Objects.requireNonNull(asked.getArgument("id"));
        return id > Orders.COUNT ? null : order(id);
    }

    private static Map<String, Object> create(DataFetchingEnvironment asked) {
        String customer = Objects.requireNonNull(asked.getArgument("customer"));
        return Map.of("id", Orders.COUNT + 1, "customer", customer, "total", 0.5);
    }

    private static Map<String, Object> order(int id) {
        return Map.of("id", id, "customer", "customer " + id, "total", id + 0.5);
    }
}
