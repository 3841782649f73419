package dev.tokenport.http;

import java.io.IOException;

/**
 * Sends one request and gives its answer: once, without following redirects, without authentication or retries of its
 * own (a GET or HEAD, which change nothing, may be repeated on a connection that the server has closed). A host may bring its own.
 * Thread-safe.
 */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a request.
     *
     * @param request what to send
     * @param deadline when connecting, the answer and the reading of its body must be over
     * @return the answer, whatever its status; the caller closes it
     * @throws TransportException if there is no answer
     * @throws IOException if reading fails otherwise
     * @throws InterruptedException as soon as the thread is interrupted
     */
    Response send(Request request, Deadline deadline) throws IOException, InterruptedException;
}
