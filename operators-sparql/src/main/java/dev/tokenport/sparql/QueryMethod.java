package dev.tokenport.sparql;

/** How a query is sent (SPARQL 1.1 Protocol §2.1). */
public enum QueryMethod {
    /** As a form. */
    POST,
    /** As the body. */
    POST_DIRECT,
    /** In the URL. */
    GET
}
