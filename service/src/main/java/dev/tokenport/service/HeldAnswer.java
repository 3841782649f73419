package dev.tokenport.service;

import dev.tokenport.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The beginning of an answer, held in memory: a short answer is there whole before anybody uses a piece of it, so that a
 * connection which breaks is tried again, and is free for the next request.
 *
 * @param response the answer, to be read from its beginning
 * @param whole whether all of it is held
 */
public record HeldAnswer(Response response, boolean whole) {

    private static final int HELD = 1 << 16;

    /**
     * Holds the first 64 KiB.
     *
     * @throws IOException if it breaks off before
     */
    public static HeldAnswer of(Response response) throws IOException {
        byte[] beginning = response.body().readNBytes(HELD);
        boolean whole = beginning.length < HELD;
        InputStream held = new ByteArrayInputStream(beginning);
        InputStream body = whole ? held : new SequenceInputStream(held, response.body());
        return new HeldAnswer(new Response(response.status(), response.headers(), body), whole);
    }
}
