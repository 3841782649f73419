package dev.tokenport.integration.resource;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What arrived at a server and how it was answered; of a token it keeps a fingerprint only. Thread-safe. */
public final class Traffic implements Filter {

    /**
     * A request and its answer.
     *
     * @param method the method
     * @param path the path with the query
     * @param token the fingerprint of the token; empty for none
     * @param status the answer's status
     * @param connection the far port, which tells connections apart
     * @param port the near port, which tells the server's origins apart
     * @param headers the names of the header fields, in lower case
     */
    public record Exchange(
            String method, String path, String token, int status, int connection, int port, List<String> headers) {}

    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            rest.doFilter(request, response);
        } finally {
            inFlight.decrementAndGet();
            exchanges.add(exchange((HttpServletRequest) request, ((HttpServletResponse) response).getStatus()));
        }
    }

    /** All exchanges, in the order in which the answers were ready. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** How many answers had this status. */
    public long answered(int status) {
        return exchanges.stream()
                .filter(exchange -> exchange.status() == status)
                .count();
    }

    /** The fingerprints of the tokens that came, each once. */
    public List<String> tokens() {
        return exchanges.stream()
                .map(Exchange::token)
                .filter(token -> !token.isEmpty())
                .distinct()
                .toList();
    }

    /** Over how many connections the requests came. */
    public long connections() {
        return exchanges.stream().map(Exchange::connection).distinct().count();
    }

    /** How many requests were under way at a time, at the most. */
    public int mostInFlight() {
        return mostInFlight.get();
    }

    /** Forgets everything. */
    void clear() {
        exchanges.clear();
        mostInFlight.set(0);
    }

    /** What can be told of a token without telling it. */
    static String fingerprint(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The token of a request. */
    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.startsWith("Bearer ") || header.startsWith("DPoP "))
                .map(header -> header.substring(header.indexOf(' ') + 1));
    }

    private static Exchange exchange(HttpServletRequest request, int status) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new Exchange(
                request.getMethod(),
                Objects.requireNonNull(request.getRequestURI()) + query,
                token(request).map(Traffic::fingerprint).orElse(""),
                status,
                request.getRemotePort(),
                request.getLocalPort(),
                Collections.list(request.getHeaderNames()).stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList());
    }
}
