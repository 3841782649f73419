package dev.tokenport.workflow.serve;

import java.io.IOException;

/**
 * Serves pages on this machine, from which people look at workflows, change and run them. It is a part of the product that
 * most commands do without, found with ServiceLoader.
 */
public interface PageServer {

    /**
     * Starts to serve, on the loopback address only.
     *
     * @throws IOException if the port cannot be had, or the history not be kept where it should
     */
    Serving start(Workbench workbench, ServeOptions options) throws IOException;

    /** A server that has started. Thread-safe. */
    interface Serving extends AutoCloseable {

        /** The port. */
        int port();

        /**
         * The address to open: with the start token, by which whoever knows it begins a session. It is shown to the person who
         * started the server, and to nobody else.
         */
        String address();

        /** Ends all sessions, cancels the runs, waits for their end, and frees the port. */
        @Override
        void close();
    }
}
