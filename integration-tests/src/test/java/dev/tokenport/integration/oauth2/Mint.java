package dev.tokenport.integration.oauth2;

import dev.tokenport.http.Deadline;
import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token endpoint in this process, without a network between: the tokens {@code t-1}, {@code t-2} …, or whatever a test
 * has it do. So fast that races are won and lost thousands of times a second. Thread-safe.
 */
final class Mint implements Transport {

    static final URI ENDPOINT = URI.create("https://idp.example.org/token");

    private final ManualTime time = ManualTime.start();
    private final TokenCache cache = new TokenCache(time);
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Answering answering;

    /** What a request with this number is answered with. */
    @FunctionalInterface
    interface Answering {
        String json(int number) throws IOException, InterruptedException;
    }

    Mint(Answering answering) {
        this.answering = answering;
    }

    /** One whose tokens live so long. */
    static Mint granting(Duration lifetime) {
        return new Mint(number -> token(number, lifetime));
    }

    static String token(int number, Duration lifetime) {
        return "{\"access_token\":\"t-" + number + "\",\"token_type\":\"Bearer\",\"expires_in\":" + lifetime.toSeconds()
                + "}";
    }

    @Override
    public Response send(Request request, Deadline deadline) throws IOException, InterruptedException {
        int number = requests.incrementAndGet();
        authorizations.add(request.headers().first("Authorization").orElse(""));
        String json = answering.json(number);
        int status = json.contains("\"error\"") ? 401 : 200;
        return new Response(
                status,
                Headers.none().with("Content-Type", "application/json"),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    TokenSource source() throws TokenException {
        return source(Secret.of("s3cr3t"));
    }

    TokenSource source(Secret secret) throws TokenException {
        return source(request(secret));
    }

    TokenSource source(TokenRequestBuilder request) throws TokenException {
        return cache.source(
                TokenClient.over(this)
                        .time(time)
                        .retry(new RetryPolicy(1, Duration.ofSeconds(60), Duration.ofMillis(500)))
                        .build(),
                request.build());
    }

    static TokenRequestBuilder request(Secret secret) {
        return TokenRequest.clientCredentials(ENDPOINT, "orders", secret);
    }

    ManualTime time() {
        return time;
    }

    int requests() {
        return requests.get();
    }

    /** The header field of each request, in order. */
    List<String> authorizations() {
        return List.copyOf(authorizations);
    }
}
