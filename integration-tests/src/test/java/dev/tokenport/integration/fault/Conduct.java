package dev.tokenport.integration.fault;

import java.io.IOException;

/** What a server does with a connection; a client that goes away ends it. */
@FunctionalInterface
interface Conduct {

    /** Serves one connection, from its beginning. */
    void serve(Wire wire) throws IOException, InterruptedException;

    /** Reads one request after the other, and writes the same answer to each. */
    static Conduct answering(String answer) {
        return answeringInTurn(answer);
    }

    /** The same with answers in turn, over all connections; the last one goes on. */
    static Conduct answeringInTurn(String... answers) {
        return wire -> {
            while (true) {
                int number = wire.request();
                wire.write(answers[Math.min(number, answers.length) - 1]);
            }
        };
    }

    /** Reads a request, and then does something with the connection. */
    static Conduct afterRequest(Conduct next) {
        return wire -> {
            wire.request();
            next.serve(wire);
        };
    }

    /** Does something else from the second request on. */
    default Conduct then(Conduct next) {
        return wire -> {
            if (wire.isFirst()) {
                serve(wire);
            } else {
                next.serve(wire);
            }
        };
    }
}
