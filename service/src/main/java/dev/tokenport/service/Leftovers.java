package dev.tokenport.service;

import dev.tokenport.http.Response;
import dev.tokenport.http.TransportException;
import java.io.IOException;

/** The rest of an answer that nobody reads: taken off the wire if it is short, so that the connection serves the next request. */
final class Leftovers {

    private static final int DRAINED = 1 << 18;

    private Leftovers() {}

    /** Reads the rest, but not an endless one. */
    static void drain(Response response) throws IOException {
        try {
            response.body().skip(DRAINED);
            if (response.body().read() >= 0) {
                // There is too much of it; its connection is given up.
                response.close();
            }
        } catch (TransportException e) {
            // The answer was understood without it.
            response.close();
        }
    }
}
