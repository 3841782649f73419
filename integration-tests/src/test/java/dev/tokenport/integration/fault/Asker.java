package dev.tokenport.integration.fault;

/** Who asks the server. */
enum Asker {
    /** The token client; the server is a token endpoint. */
    TOKEN,
    /** The operator {@code http-request}; the server is a protected service. */
    SERVICE
}
