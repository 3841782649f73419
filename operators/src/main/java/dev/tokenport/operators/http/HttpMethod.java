package dev.tokenport.operators.http;

import dev.tokenport.operator.Choice;
import java.util.Set;

/** A method of HTTP (RFC 9110 §9, RFC 5789). */
public enum HttpMethod {
    /** Reads. */
    @Choice("GET")
    GET,
    /** Adds, or has something done. */
    @Choice("POST")
    POST,
    /** Replaces. */
    @Choice("PUT")
    PUT,
    /** Changes a part. */
    @Choice("PATCH")
    PATCH,
    /** Removes. */
    @Choice("DELETE")
    DELETE,
    /** Reads, but for the body. */
    @Choice("HEAD")
    HEAD,
    /** Asks what is possible. */
    @Choice("OPTIONS")
    OPTIONS;

    private static final Set<HttpMethod> IDEMPOTENT = Set.of(GET, PUT, DELETE, HEAD, OPTIONS);

    /** Whether sending a request twice does what sending it once does (RFC 9110 §9.2.2). */
    boolean repeatable() {
        return IDEMPOTENT.contains(this);
    }
}
