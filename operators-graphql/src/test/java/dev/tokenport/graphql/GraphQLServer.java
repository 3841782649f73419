package dev.tokenport.graphql;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A GraphQL service over HTTP, by graphql-java, which checks tokens (RFC 6750). Thread-safe. */
final class GraphQLServer implements AutoCloseable {

    private static final String SCHEMA = """
            type Query {
              order(id: ID!): Order
              orders(customer: ID, count: Int = 2): [Order!]!
              echo(text: String, list: [Int], input: Input): Echo
              customer: String
            }
            type Mutation { pay(id: ID!): Order }
            type Subscription { paid: Order }
            type Order { id: ID! total: Float customer: ID note: String }
            type Echo { text: String list: [Int] name: String }
            input Input { name: String }
            """;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GraphQL graphql;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final List<String> presented = new CopyOnWriteArrayList<>();
    private final List<String> paid = new CopyOnWriteArrayList<>();

    private GraphQLServer(HttpServer http) {
        this.http = http;
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher("order", call -> order(id(call), null))
                                .dataFetcher("orders", GraphQLServer::orders)
                                .dataFetcher("echo", GraphQLServer::echo))
                .type("Mutation", type -> type.dataFetcher("pay", this::pay))
                .type("Order", type -> type.dataFetcher("note", GraphQLServer::note))
                .build();
        this.graphql = GraphQL.newGraphQL(
                        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(SCHEMA), wiring))
                .build();
    }

    /** A server that accepts any request without a token, until there is a token. */
    static GraphQLServer start() {
        try {
            var http = HttpServer.create(
                    new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}), 0), 0);
            var server = new GraphQLServer(http);
            http.createContext("/graphql", server::answer);
            http.setExecutor(server.threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on this token is good, and no other. */
    void accept(String token) {
        tokens.clear();
        tokens.add(token);
    }

    /** Where it is. */
    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/graphql";
    }

    /** The {@code Authorization} headers that were presented, in their order. */
    List<String> presented() {
        return List.copyOf(presented);
    }

    /** The orders that were paid. */
    List<String> paid() {
        return List.copyOf(paid);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            presented.add(authorization);
            if (!tokens.isEmpty() && tokens.stream().noneMatch(token -> authorization.equals("Bearer " + token))) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Bearer error=\"invalid_token\"");
                send(exchange, 401, "text/plain", new byte[0]);
                return;
            }
            execute(exchange);
        }
    }

    private void execute(HttpExchange exchange) throws IOException {
        Map<String, @Nullable Object> request = JsonTree.read(exchange.getRequestBody());
        var input = ExecutionInput.newExecutionInput(String.valueOf(request.get("query")));
        if (request.get("operationName") instanceof String name) {
            input.operationName(name);
        }
        input.variables(variables(request.get("variables")));
        ExecutionResult result = graphql.execute(input.build());
        boolean own = exchange.getRequestHeaders().getFirst("Accept").contains("application/graphql-response+json");
        send(
                exchange,
                own && !result.isDataPresent() ? 422 : 200,
                own ? "application/graphql-response+json" : "application/json",
                JsonTree.write(result.toSpecification()));
    }

    // The variables of a request have names, and graphql-java checks their types.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> variables(@Nullable Object variables) {
        return variables == null ? Map.of() : (Map<String, Object>) variables;
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String id(DataFetchingEnvironment call) {
        Object id = call.getArgument("id");
        return String.valueOf(id);
    }

    private static @Nullable Map<String, @Nullable Object> order(String id, @Nullable Object customer) {
        if (id.equals("forbidden")) {
            throw new IllegalStateException("order forbidden is not yours");
        }
        Map<String, @Nullable Object> order = new ConcurrentHashMap<>();
        order.put("id", id);
        order.put("total", 12.5);
        if (customer != null) {
            order.put("customer", customer);
        }
        return id.equals("none") ? null : order;
    }

    private static List<@Nullable Map<String, @Nullable Object>> orders(DataFetchingEnvironment call) {
        Object customer = call.getArgument("customer");
        Integer count = call.getArgument("count");
        return IntStream.rangeClosed(1, Objects.requireNonNull(count))
                .<@Nullable Map<String, @Nullable Object>>mapToObj(i -> order(Integer.toString(i), customer))
                .toList();
    }

    private static Map<String, @Nullable Object> echo(DataFetchingEnvironment call) {
        Map<String, @Nullable Object> echo = new LinkedHashMap<>(call.getArguments());
        if (echo.get("input") instanceof Map<?, ?> input) {
            echo.put("name", input.get("name"));
        }
        return echo;
    }

    private static String note(DataFetchingEnvironment call) {
        if (call.getSource() instanceof Map<?, ?> order && "2".equals(order.get("id"))) {
            throw new IllegalStateException("the note of order 2 is lost");
        }
        return "fine";
    }

    private @Nullable Map<String, @Nullable Object> pay(DataFetchingEnvironment call) {
        paid.add(id(call));
        return order(id(call), null);
    }
}
