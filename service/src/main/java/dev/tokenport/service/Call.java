package dev.tokenport.service;

import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.operator.OperatorException;
import java.io.IOException;
import java.net.URI;

/** A request to a service, as an operator wants it. Called by the thread that asks. */
@FunctionalInterface
public interface Call {

    /**
     * The request without the token, which the {@link Caller} adds. Made anew after the token was renewed, so that other
     * secrets are read anew as well.
     *
     * @throws OperatorException if it cannot be made
     * @throws InterruptedException as soon as the run is cancelled
     */
    Request request() throws OperatorException, InterruptedException;

    /**
     * A URL of the origin that the token, and all headers but those every client sends, are for: that of {@code request} by
     * default. A request that goes elsewhere goes without them.
     *
     * @param request what {@link #request} has just given
     */
    default URI home(Request request) {
        return request.url();
    }

    /** Whether sending it twice does what sending it once does (RFC 9110 §9.2.2). By default it does. */
    default boolean repeatable() {
        return true;
    }

    /**
     * Whether an answer says that the same request, sent before, is still being processed, so that a {@link #repeatable} one
     * is worth sending again after a pause. By default none does.
     */
    default boolean isUnderWay(Response response) {
        return false;
    }

    /** How many redirects are followed; none by default. */
    default int redirects() {
        return 0;
    }

    /** Whether an answer is one to read, rather than a refusal: 2xx by default. Its body is not read yet. */
    default boolean accepts(Response response) {
        return response.status() >= 200 && response.status() < 300;
    }

    /**
     * Takes in an accepted answer, as far as it has to be there before the request counts as answered: a connection that
     * breaks meanwhile is tried again, and then this is called again. By default its {@linkplain HeldAnswer beginning}.
     *
     * @throws IOException if it breaks off
     * @throws OperatorException if it cannot be kept
     */
    default HeldAnswer hold(Response response) throws IOException, OperatorException {
        return HeldAnswer.of(response);
    }

    /**
     * Replaces other secrets of a request that was refused as one with a bad token is, but had no token of the {@link
     * Caller}.
     *
     * @return whether it is worth asking again
     * @throws OperatorException if there is no successor
     * @throws InterruptedException as soon as the run is cancelled
     */
    default boolean renewed() throws OperatorException, InterruptedException {
        return false;
    }
}
