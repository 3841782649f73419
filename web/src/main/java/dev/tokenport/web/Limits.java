package dev.tokenport.web;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;

/** What a connection may cost, and what each answer says that its page may do. */
final class Limits {

    /** A workflow file of 4 MiB, as a form sends it: each octet as three at the most. */
    static final long REQUEST = 3L * 4 * 1024 * 1024;

    private static final int CONNECTIONS = 512;
    private static final int THREADS = 200;
    private static final long OCTETS_PER_SECOND = 100;

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            // Not "no-referrer": with that, browsers send forms without the origin that is checked.
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Cache-Control", "no-store");

    private Limits() {}

    static void set(HttpConfiguration configuration) {
        configuration.setSendServerVersion(false);
        configuration.setSendXPoweredBy(false);
        configuration.addCustomizer(Limits::protect);
    }

    // Before anybody answers, so that errors have them too. A page that needs another policy says so.
    private static Request protect(Request request, HttpFields.Mutable answer) {
        HEADERS.forEach(answer::put);
        return request;
    }

    static void set(Server server) {
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        server.setErrorHandler(new PlainErrors());
        server.setHandler(new SizeLimitHandler(REQUEST, -1));
        server.insertHandler(new MinimumDataRateHandler(OCTETS_PER_SECOND, 0));
        server.setStopTimeout(0);
    }

    static ThreadPool threads() {
        var threads = new QueuedThreadPool(THREADS);
        threads.setName("pages");
        threads.setDaemon(true);
        return threads;
    }

    static Map<String, String> headers() {
        return HEADERS;
    }
}
