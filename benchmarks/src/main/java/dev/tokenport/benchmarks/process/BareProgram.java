package dev.tokenport.benchmarks.process;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** The least a Java program does: nothing, or one POST with one of the JDK's clients. Its only argument says which. */
final class BareProgram {

    private static final String FORM = "grant_type=client_credentials&client_id=c&client_secret=s";

    private BareProgram() {}

    /** Does it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String url = System.getenv("OAUTH_TOKEN_URI");
        switch (arguments[0]) {
            case "nothing" -> {}
            case "connection" -> System.out.println(overConnection(url).length());
            default -> System.out.println(overClient(url).length());
        }
    }

    private static String overConnection(String url) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(FORM.getBytes(StandardCharsets.UTF_8));
        }
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String overClient(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FORM))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
