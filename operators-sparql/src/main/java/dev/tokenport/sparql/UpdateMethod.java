package dev.tokenport.sparql;

/** How an update is sent (SPARQL 1.1 Protocol §2.2). */
public enum UpdateMethod {
    /** As the body. */
    POST_DIRECT,
    /** As a form. */
    POST
}
