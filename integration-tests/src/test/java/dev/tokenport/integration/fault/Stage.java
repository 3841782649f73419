package dev.tokenport.integration.fault;

import dev.tokenport.testkit.RefusingPort;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ServerSocketFactory;

/** A server that misbehaves, another one that must not be told anything, and the order for who asks. */
final class Stage implements AutoCloseable {

    private final Fault fault;
    private final String status;
    private final Asker asker;
    private final FaultyServer server;
    private final FaultyServer other;
    private final RefusingPort unheard = RefusingPort.open();

    /**
     * A stage for one of a fault's conducts.
     *
     * @param status which of them it is
     */
    Stage(Fault fault, String status, Asker asker, Identities identities) throws IOException, GeneralSecurityException {
        this.fault = fault;
        this.status = status;
        this.asker = asker;
        this.other = FaultyServer.started(ServerSocketFactory.getDefault(), Conduct.answering(Answers.good()), 0);
        this.server = FaultyServer.started(
                identities.sockets(fault.listening().port()),
                Objects.requireNonNull(fault.conducts().get(status)),
                other.port());
    }

    Fault fault() {
        return fault;
    }

    Asker asker() {
        return asker;
    }

    Limit limit() {
        return fault.limit(asker);
    }

    Order order(Identities identities) {
        return new Order(
                asker,
                url(),
                limit().timeout(),
                limit().connectTimeout(),
                fault.listening().trusted() ? Optional.of(identities.authority()) : Optional.empty());
    }

    /** What was seen here, in words that are the same each time. */
    Observation observation(Reply reply) {
        return new Observation(new General(this).text(reply.seen()), departed().words());
    }

    /** What left the process of the asker. */
    Departed departed() {
        boolean reached = fault.listening().port() != Listening.Port.CLOSED;
        return new Departed(
                fault.listening().scheme().equals("https"),
                reached ? server.connections() : 0,
                server.requests(),
                other.connections(),
                other.requests());
    }

    String url() {
        return fault.listening().scheme() + "://" + fault.listening().host() + ":" + port() + "/start";
    }

    String status() {
        return status;
    }

    int otherPort() {
        return other.port();
    }

    int port() {
        return fault.listening().port() == Listening.Port.CLOSED ? unheard.port() : server.port();
    }

    /** Whether the server is rid of its client. */
    boolean over() throws InterruptedException {
        return server.awaitEnd();
    }

    @Override
    public void close() throws IOException {
        server.close();
        other.close();
        unheard.close();
    }

    @Override
    public String toString() {
        return asker.label() + ", the server " + fault.title() + (status.isEmpty() ? "" : " [" + status + "]");
    }
}
