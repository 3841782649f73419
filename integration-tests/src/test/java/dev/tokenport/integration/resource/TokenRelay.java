package dev.tokenport.integration.resource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes token requests on to the authorization server and counts them. Thread-safe. */
public final class TokenRelay implements Answering {

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostUnderWay = new AtomicInteger();
    private final URI endpoint;

    TokenRelay(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** How many requests came. */
    public int count() {
        return count.get();
    }

    /** How many of them were under way at a time, at the most. */
    public int mostUnderWay() {
        return mostUnderWay.get();
    }

    void clear() {
        count.set(0);
        mostUnderWay.set(0);
    }

    @Override
    public void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        count.incrementAndGet();
        mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        try {
            HttpResponse<byte[]> answer = client.send(passedOn(request), HttpResponse.BodyHandlers.ofByteArray());
            response.setStatus(answer.statusCode());
            answer.headers().firstValue("Content-Type").ifPresent(response::setContentType);
            response.getOutputStream().write(answer.body());
        } finally {
            underWay.decrementAndGet();
        }
    }

    private HttpRequest passedOn(HttpServletRequest request) throws IOException {
        HttpRequest.Builder copy = HttpRequest.newBuilder(endpoint)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        request.getInputStream().readAllBytes()));
        for (String name : new String[] {"Authorization", "Content-Type", "Accept"}) {
            String value = request.getHeader(name);
            if (value != null) {
                copy.header(name, value);
            }
        }
        return copy.build();
    }
}
