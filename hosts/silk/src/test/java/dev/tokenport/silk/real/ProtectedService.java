package dev.tokenport.silk.real;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An authorization server, and a service that gives orders and shipments to whoever has its token. Thread-safe. */
final class ProtectedService implements AutoCloseable {

    static final String TOKEN = "silk-token/0123456789+abc";
    static final String SECRET = "silk secret/47&11";

    private static final String CLIENT = "shop";
    private static final String ORDERS =
            "{\"items\":[{\"order\":1,\"item\":\"Käse\"},{\"order\":2,\"item\":\"Brötchen\"}]}";
    private static final String SHIPMENTS = "{\"data\":{\"shipments\":[{\"id\":\"7\",\"to\":\"Köln\"}]}}";

    private final ScriptedServer authorization = ScriptedServer.start().otherwise(this::token);
    private final ScriptedServer service = ScriptedServer.start().otherwise(this::protectedAnswer);
    private final AtomicInteger refusing = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile @Nullable CountDownLatch gate;

    /** The parameters of a task that gets the token with a secret. */
    Map<String, String> authentication(String secret) {
        return Map.of(
                "oauth_grant_type",
                "client_credentials",
                "oauth_token_url",
                authorization.url("/token").toString(),
                "oauth_client_id",
                CLIENT,
                "oauth_client_secret",
                secret,
                "user_name",
                "",
                "password",
                "");
    }

    /** Where tokens are asked for. */
    String tokenUrl() {
        return authorization.url("/token").toString();
    }

    /** Where the orders are. */
    String ordersUrl() {
        return service.url("/orders").toString();
    }

    /** The parameters of a task that reads the orders. */
    Map<String, String> orders() {
        return Map.of("url", ordersUrl(), "records", "/items");
    }

    /** The parameters of a task that asks for the shipments. */
    Map<String, String> shipments() {
        return Map.of("graphql_url", service.url("/graphql").toString(), "graphql_query", "{ shipments { id to } }");
    }

    /** Lets the service refuse the next tokens, as if they were not valid any more. */
    void refuse(int times) {
        refusing.set(times);
    }

    /** Lets the service answer for the orders when a gate opens. */
    void holdOrders(CountDownLatch until) {
        gate = until;
    }

    /** Waits until the orders are asked for. */
    void awaitOrders() throws InterruptedException {
        service.awaitRequests(1);
    }

    /** How often a token was asked for. */
    int tokenRequests() {
        return authorization.requests().size();
    }

    /** How often somebody without the token was refused. */
    int refusals() {
        return refusals.get();
    }

    /** All requests for what is protected. */
    List<RecordedRequest> requests() {
        return service.requests();
    }

    @Override
    public void close() {
        authorization.close();
        service.close();
    }

    private Answer token(RecordedRequest request) {
        String pair = CLIENT + ":silk+secret%2F47%2611";
        String basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return basic.equals(request.headers().first("Authorization").orElse(""))
                ? Answer.token(TOKEN, Duration.ofHours(1))
                : Answer.error(401, "invalid_client", "unknown client or wrong secret");
    }

    private Answer protectedAnswer(RecordedRequest request) {
        if (!("Bearer " + TOKEN).equals(request.headers().first("Authorization").orElse(""))) {
            refusals.incrementAndGet();
            return Answer.json(401, "{}").with("WWW-Authenticate", "Bearer realm=\"shop\"");
        }
        if (refusing.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            return Answer.json(401, "{}").with("WWW-Authenticate", "Bearer realm=\"shop\", error=\"invalid_token\"");
        }
        if (request.target().equals("/graphql")) {
            return Answer.json(200, SHIPMENTS);
        }
        CountDownLatch until = gate;
        Answer orders = Answer.json(200, ORDERS);
        return until == null ? orders : orders.heldBy(until);
    }
}
