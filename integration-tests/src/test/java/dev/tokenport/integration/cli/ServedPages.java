package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages of {@code tokenport serve}, as a browser asks for them. For one thread. */
final class ServedPages {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\">");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private String cookie = "none=none";

    /** Pages at {@code http://127.0.0.1:PORT}, which nobody has opened yet. */
    ServedPages(String root) {
        this.root = root;
    }

    /** Opens the address that was printed. */
    void open(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address)));
        assertThat(answer.statusCode()).isEqualTo(303);
        cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    /** Runs a workflow. */
    void run(String workflow) throws IOException, InterruptedException {
        Matcher csrf = CSRF.matcher(get("/").body());
        assertThat(csrf.find()).isTrue();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(root + "/runs"))
                .header("Origin", root)
                .header("X-CSRF-Token", csrf.group(1))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("workflow=" + workflow)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.setHeader("Cookie", cookie).build(), BodyHandlers.ofString());
    }
}
