package dev.tokenport.sparql;

import java.net.URI;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A real SPARQL server behind a check of tokens, one for all tests. */
final class Fuseki {

    private static final String DATASET = "/data";

    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final TokenCheck tokens = new TokenCheck();
    private final FusekiServer server = FusekiServer.create()
            .loopback(true)
            .port(0)
            .add(DATASET, dataset)
            .addFilter("/*", tokens)
            .build();

    private Fuseki() {}

    /** The server, which runs until the tests' process ends. */
    static Fuseki running() {
        return Running.FUSEKI;
    }

    /** Empties the dataset and forgets all tokens but the first. */
    void reset() {
        dataset.executeWrite(dataset::clear);
        tokens.reset();
    }

    /** The query endpoint. */
    String queries() {
        return endpoint("/sparql");
    }

    /** The update endpoint. */
    String updates() {
        return endpoint("/update");
    }

    /** What checks the tokens. */
    TokenCheck tokens() {
        return tokens;
    }

    private String endpoint(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + DATASET + path)
                .toString();
    }

    private static final class Running {

        private static final Fuseki FUSEKI = started();

        private static Fuseki started() {
            var fuseki = new Fuseki();
            fuseki.server.start();
            return fuseki;
        }
    }
}
