package dev.tokenport.service;

import dev.tokenport.http.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/**
 * The beginning of an answer, held in memory: a short answer is there whole before anybody uses a piece of it, so that a
 * connection which breaks is tried again, and is free for the next request.
 *
 * @param response the answer, to be read from its beginning
 * @param whole whether all of it is held
 */
public record HeldAnswer(Response response, boolean whole) {

    private static final int HELD = 1 << 16;
    private static final int USUAL = 1 << 10;

    /**
     * Holds the first 64 KiB.
     *
     * @throws IOException if it breaks off before
     */
    public static HeldAnswer of(Response response) throws IOException {
        byte[] beginning = new byte[USUAL];
        int length = response.body().readNBytes(beginning, 0, USUAL);
        while (length == beginning.length && length < HELD) {
            beginning = Arrays.copyOf(beginning, Math.min(HELD, 4 * length));
            length += response.body().readNBytes(beginning, length, beginning.length - length);
        }
        boolean whole = length < HELD;
        InputStream held = new ByteArrayInputStream(beginning, 0, length);
        InputStream body = whole ? held : new SequenceInputStream(held, response.body());
        return new HeldAnswer(new Response(response.status(), response.headers(), body), whole);
    }
}
