package dev.tokenport.integration.resource;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A service on this machine that gives orders and keeps documents for those with a good token, and counts what comes. It
 * listens at two ports, so that it has two origins. Thread-safe.
 */
public final class ResourceServer implements AutoCloseable {

    private static final String NO_TOKEN_NEEDED = "/open/token";

    private final Traffic traffic = new Traffic();
    private final Revocations revocations = new Revocations();
    private final Server server = new Server();
    private final ServerConnector here = connector();
    private final ServerConnector elsewhere = connector();
    private final TokenRelay relay;
    private final SparqlServer sparql;

    private ResourceServer(TokenCheck check, URI tokenEndpoint) {
        relay = new TokenRelay(tokenEndpoint);
        sparql = new SparqlServer(check);
        var paths = new ServletContextHandler();
        filter(paths, traffic);
        filter(paths, check.filter(revocations));
        filter(paths, Delay.ofQuery());
        var orders = new Orders();
        serve(paths, "/orders/*", orders::orders);
        serve(paths, "/admin/orders/*", orders::orders);
        serve(paths, "/pages/next", orders::nexting);
        serve(paths, "/feed", orders::feed);
        serve(paths, "/pages/numbered", orders::numbered);
        serve(paths, "/orders.ndjson", orders::lines);
        serve(paths, "/orders.csv", orders::table);
        serve(paths, "/documents/*", new Documents());
        serve(paths, "/graphql", new GraphQLEndpoint());
        serve(paths, "/revocations", this::revoke);
        serve(paths, "/redirects/here", (request, response) -> response.sendRedirect("/orders/1"));
        serve(paths, "/redirects/elsewhere", (request, response) -> response.sendRedirect(elsewhere("/open/orders/1")));
        serve(paths, "/open/orders/*", orders::orders);
        serve(paths, NO_TOKEN_NEEDED, relay);
        server.setHandler(paths);
    }

    /**
     * Starts one.
     *
     * @param tokenEndpoint the authorization server's token endpoint
     * @param keys where it publishes its keys
     * @param issuer its name for itself
     * @param audience the claim {@code aud} that this service wants
     */
    public static ResourceServer start(URI tokenEndpoint, URI keys, String issuer, String audience) {
        var server = new ResourceServer(new TokenCheck(keys, issuer, audience), tokenEndpoint);
        try {
            server.server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the service does not start", e);
        }
        return server;
    }

    /** The URL of a path, without the slash at the end that the origin has. */
    public String url(String path) {
        return origin(here) + path;
    }

    /** The same path at the server's other origin. */
    public String elsewhere(String path) {
        return origin(elsewhere) + path;
    }

    /** A token endpoint that passes on what it gets to the authorization server, and counts. */
    public URI tokenEndpoint() {
        return URI.create(url(NO_TOKEN_NEEDED));
    }

    /** What came to {@link #tokenEndpoint()}. */
    public TokenRelay tokenRequests() {
        return relay;
    }

    /** What came, requests for tokens included. */
    public Traffic traffic() {
        return traffic;
    }

    /** A SPARQL server for the holders of the same tokens. */
    public SparqlServer sparql() {
        return sparql;
    }

    /** Forgets all traffic and all triples. */
    public void clear() {
        traffic.clear();
        sparql.clear();
        relay.clear();
    }

    @Override
    public void close() {
        sparql.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the service does not stop", e);
        }
    }

    private void revoke(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Traffic.token(request).ifPresent(revocations::add);
        Answering.json(response, "{\"revoked\": true}");
    }

    private ServerConnector connector() {
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        return connector;
    }

    private static String origin(ServerConnector connector) {
        return "http://localhost:" + connector.getLocalPort();
    }

    private static void filter(ServletContextHandler paths, Filter filter) {
        paths.addFilter(new FilterHolder(filter), "/*", null);
    }

    private static void serve(ServletContextHandler paths, String path, Answering answering) {
        paths.addServlet(new ServletHolder(new Path(answering)), path);
    }

    /** One path of the server. */
    private static final class Path extends HttpServlet {

        private static final long serialVersionUID = 1;

        // A servlet is serializable for servers that move sessions; this one does not.
        private final transient Answering answering;

        Path(Answering answering) {
            this.answering = answering;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                answering.answer(request, response);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            }
        }
    }
}
