package dev.tokenport.web.site;

import io.javalin.config.RoutesConfig;

/** A topic of pages. It has one class that says which addresses are its own. */
public interface Topic extends AutoCloseable {

    /** Registers the addresses. No request comes before all topics have done so. */
    void register(RoutesConfig routes);

    /** Ends what the topic has begun. The server answers no more. */
    @Override
    default void close() {}
}
