package dev.tokenport.integration.resource;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** Apache Jena Fuseki behind the same check of tokens as the {@link ResourceServer}. Thread-safe. */
public final class SparqlServer implements AutoCloseable {

    /** Loggers lose their level when nobody refers to them. */
    private static final List<Logger> TALKATIVE =
            List.of(Logger.getLogger("org.apache.jena.fuseki"), Logger.getLogger("org.eclipse.jetty"));

    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final Traffic traffic = new Traffic();
    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);
    private final FusekiServer server;

    SparqlServer(TokenCheck check) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
        server = FusekiServer.create()
                .loopback(true)
                .port(0)
                .add("/orders", dataset)
                .addFilter("/*", traffic)
                .addFilter("/*", check.filter(new Revocations()))
                .addFilter("/*", new Delay(request -> delay.get()))
                .build();
        server.start();
    }

    /** Where queries go. */
    public String queries() {
        return "http://localhost:" + server.getPort() + "/orders/sparql";
    }

    /** Where updates go. */
    public String updates() {
        return "http://localhost:" + server.getPort() + "/orders/update";
    }

    /** From now on each request waits before it is processed, until the server is cleared. */
    public void delay(Duration duration) {
        delay.set(duration);
    }

    /** What came. */
    public Traffic traffic() {
        return traffic;
    }

    /** Empties the dataset, forgets the traffic and ends the delay. */
    void clear() {
        dataset.executeWrite(dataset::clear);
        traffic.clear();
        delay.set(Duration.ZERO);
    }

    @Override
    public void close() {
        server.stop();
    }
}
