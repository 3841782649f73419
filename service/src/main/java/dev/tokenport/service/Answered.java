package dev.tokenport.service;

import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import java.io.IOException;

/**
 * An answer to read, and the request it answers. A short answer has arrived whole; a long one is still on the wire. For
 * one thread at a time.
 *
 * @param request the request, without the token
 * @param response the answer; whoever got it closes it
 */
public record Answered(Request request, Response response) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        response.close();
    }
}
