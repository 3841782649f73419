package dev.tokenport.integration.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ServerSocketFactory;

/** A server that misbehaves, another one that must not be told anything, and the order for who asks. */
final class Stage implements AutoCloseable {

    private final Listening listening;
    private final FaultyServer server;
    private final FaultyServer other;
    private final Socket unheard;
    private final Order order;

    private Stage(Fault fault, Conduct conduct, Asker asker, Identities identities)
            throws IOException, GeneralSecurityException {
        this.listening = fault.listening();
        this.other =
                FaultyServer.started(ServerSocketFactory.getDefault(), Conduct.answering(Answers.good()), 0);
        this.server = FaultyServer.started(identities.sockets(listening.port()), conduct, other.port());
        this.unheard = new Socket();
        unheard.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Limit limit = fault.limit(asker);
        this.order = new Order(
                asker,
                listening.scheme() + "://" + listening.host() + ":" + port() + "/start",
                limit.timeout(),
                limit.connectTimeout(),
                listening.trusted() ? Optional.of(identities.authority()) : Optional.empty());
    }

    static Stage of(Fault fault, Conduct conduct, Asker asker, Identities identities)
            throws IOException, GeneralSecurityException {
        return new Stage(fault, conduct, asker, identities);
    }

    Order order() {
        return order;
    }

    /** A text of the asker, in which the words {@code PORT} and {@code OTHER_PORT} stand for the ports. */
    String general(String text) {
        return text.replace(":" + other.port(), ":OTHER_PORT").replace(":" + port(), ":PORT");
    }

    /** What left the process of the asker. */
    Departed departed() {
        boolean reached = listening.port() != Listening.Port.CLOSED && !listening.host().endsWith(".invalid");
        return new Departed(
                listening.scheme().equals("https"),
                reached ? server.connections() : 0,
                server.requests(),
                other.connections(),
                other.requests());
    }

    /** A port at which nobody listens is bound nevertheless, so that nobody else comes to listen there. */
    private int port() {
        return listening.port() == Listening.Port.CLOSED ? unheard.getLocalPort() : server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
        other.close();
        unheard.close();
    }
}
