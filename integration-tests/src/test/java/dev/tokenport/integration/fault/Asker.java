package dev.tokenport.integration.fault;

/** Who asks the server. */
enum Asker {
    /** The token client; the server is a token endpoint. */
    TOKEN("token"),
    /** The operator {@code http-request}; the server is a protected service. */
    GET("GET"),
    /** The same with a request that must not be processed twice. */
    POST("POST");

    private final String label;

    Asker(String label) {
        this.label = label;
    }

    /** What it is called in the table. */
    String label() {
        return label;
    }
}
