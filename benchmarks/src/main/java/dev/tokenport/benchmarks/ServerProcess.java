package dev.tokenport.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocketFactory;

/** A {@link FastServer} in a process of its own, so that it takes no compiler and no collector from the client. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader told;
    private final int port;
    private final boolean tls;

    private ServerProcess(Process process, BufferedReader told, int port, boolean tls) {
        this.process = process;
        this.told = told;
        this.port = port;
        this.tls = tls;
    }

    /**
     * Starts a server that gives tokens.
     *
     * @param expiresIn their lifetime in seconds
     * @param delayMillis how long each answer takes
     * @param options of its Java, such as the properties of a TLS key; any make it a TLS server
     */
    public static ServerProcess ofTokens(long expiresIn, long delayMillis, String... options) throws IOException {
        return start(FastServer.token(expiresIn), delayMillis, options);
    }

    /** Starts a server that answers with one JSON text. */
    public static ServerProcess start(String json, long delayMillis, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Java.command().toString(), "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                json,
                Long.toString(delayMillis),
                Boolean.toString(options.length > 0)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(process, out, Integer.parseInt(port), options.length > 0);
    }

    /** The address of the server with this path. */
    public URI url(String path) {
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + port + path);
    }

    /** How many requests have come. */
    public long requests() throws IOException {
        OutputStream asked = process.getOutputStream();
        asked.write('\n');
        asked.flush();
        return Long.parseLong(told.readLine());
    }

    @Override
    public void close() {
        process.destroy();
    }

    /**
     * Serves until standard input ends, which it does when the process that started this one ends; a line there asks for the
     * number of requests.
     */
    public static void main(String[] arguments) throws IOException {
        ServerSocketFactory sockets = Boolean.parseBoolean(arguments[2])
                ? SSLServerSocketFactory.getDefault()
                : ServerSocketFactory.getDefault();
        try (var server = new FastServer(sockets, arguments[0], Long.parseLong(arguments[1]))) {
            System.out.println(server.port());
            System.out.flush();
            var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (asked.readLine() != null) {
                System.out.println(server.requests());
                System.out.flush();
            }
        }
    }
}
