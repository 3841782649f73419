package dev.tokenport.integration.spring;

import dev.tokenport.integration.key.ClientKey;
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
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/**
 * Spring's authorization server on this machine, in the clear, with the clients of {@link SpringClients}: a second one
 * that others wrote. Its keys and what it granted end with it. Thread-safe.
 */
final class SpringAuthorizationServer implements AutoCloseable {

    private static final String CLIENT_KEYS = "/client-keys";

    private final Server server;
    private final AuthorizationServerSettings settings;
    private final SpringClients clients;
    private final OAuth2AuthorizationService authorizations = new InMemoryOAuth2AuthorizationService();

    private SpringAuthorizationServer(Server server, int port) {
        this.server = server;
        this.settings = AuthorizationServerSettings.builder()
                .issuer("http://localhost:" + port)
                .build();
        this.clients = new SpringClients(settings.getIssuer() + CLIENT_KEYS);
        var paths = new ServletContextHandler();
        paths.addFilter(new FilterHolder(new SpringFilters(settings, clients, authorizations).filter()), "/*", null);
        paths.addServlet(new ServletHolder(new PublicKeys(clients)), CLIENT_KEYS + "/*");
        paths.addServlet(new ServletHolder(new NotFound()), "/*");
        server.setHandler(paths);
    }

    /** Starts one on a free port. */
    static SpringAuthorizationServer start() {
        var jetty = new Server();
        var connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        try {
            connector.open();
            var started = new SpringAuthorizationServer(jetty, connector.getLocalPort());
            jetty.start();
            return started;
        } catch (Exception e) {
            throw new IllegalStateException("the authorization server does not start", e);
        }
    }

    /** Its issuer identifier; metadata stand at both well-known places. */
    URI issuer() {
        return URI.create(settings.getIssuer());
    }

    URI tokenEndpoint() {
        return URI.create(settings.getIssuer() + settings.getTokenEndpoint());
    }

    URI introspectionEndpoint() {
        return URI.create(settings.getIssuer() + settings.getTokenIntrospectionEndpoint());
    }

    URI revocationEndpoint() {
        return URI.create(settings.getIssuer() + settings.getTokenRevocationEndpoint());
    }

    /** The key pair of a client that has one; its {@code kid} is the client's id. */
    ClientKey key(String client) {
        return clients.key(client);
    }

    /** The clients as the server knows them. */
    SpringClients clients() {
        return clients;
    }

    /** What was granted; whoever adds to it has granted it. */
    OAuth2AuthorizationService authorizations() {
        return authorizations;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the authorization server does not stop", e);
        }
    }

    /** The public keys of the clients, where the server looks for them. */
    private static final class PublicKeys extends HttpServlet {

        private static final long serialVersionUID = 1;

        // A servlet is serializable for servers that move sessions; this one does not.
        private final transient SpringClients clients;

        PublicKeys(SpringClients clients) {
            this.clients = clients;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter()
                    .write(clients.publicKeys(request.getPathInfo().substring(1))
                            .toString());
        }
    }

    /** What is behind the filters. */
    private static final class NotFound extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
