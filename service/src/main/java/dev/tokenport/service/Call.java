package dev.tokenport.service;

import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.operator.OperatorException;

/** A request to a service, as an operator wants it. Called by the thread that asks. */
@FunctionalInterface
public interface Call {

    /**
     * The request without the token, which the {@link Caller} adds. Made anew after the token was renewed, so that other
     * secrets are read anew as well.
     *
     * @throws OperatorException if it cannot be made
     */
    Request request() throws OperatorException;

    /** Whether sending it twice does what sending it once does (RFC 9110 §9.2.2). By default it does. */
    default boolean repeatable() {
        return true;
    }

    /** Whether an answer is one to read, rather than a refusal: 2xx by default. Its body is not read yet. */
    default boolean accepts(Response response) {
        return response.status() >= 200 && response.status() < 300;
    }
}
