package dev.tokenport.integration.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.spi.ToolProvider;

/** The demo's authorization server and API, for tests that need real ones. For one thread. */
final class DemoServers implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Map<String, String> variables = new HashMap<>();

    static DemoServers start() throws IOException {
        var servers = new DemoServers();
        ToolProvider tool = ToolProvider.findFirst("tokenport-demo-server").orElseThrow();
        var writer = new PipedWriter();
        try (var reader = new BufferedReader(new PipedReader(writer))) {
            servers.thread.execute(() -> {
                var out = new PrintWriter(writer, true);
                int code = tool.run(out, out);
                out.println("ended with " + code);
            });
            for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
                int equals = line.indexOf('=');
                servers.variables.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return servers;
    }

    /** What the servers say of themselves. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** The variables of cmemc for a token of the client. */
    Map<String, String> cmemcVariables() {
        return Map.of(
                "OAUTH_TOKEN_URI", value("DEMO_TOKEN_URL"),
                "OAUTH_CLIENT_ID", value("DEMO_CLIENT_ID"),
                "OAUTH_CLIENT_SECRET", value("DEMO_CLIENT_SECRET"));
    }

    String value(String name) {
        return variables.getOrDefault(name, "");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
