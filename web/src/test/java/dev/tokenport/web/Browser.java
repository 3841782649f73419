package dev.tokenport.web;

import dev.tokenport.workflow.serve.PageServer.Serving;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does for a person: keeps the cookie, sends along the token of the page and where it comes from. */
public final class Browser {

    private static final Pattern CSRF = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\">");

    static {
        // Tests say where they come from, which is the browser's to say.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin,content-length");
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String csrf = "";

    private Browser(String root) {
        this.root = root;
    }

    /** A browser that has opened nothing yet. */
    public static Browser strange(Serving serving) {
        return new Browser("http://127.0.0.1:" + serving.port());
    }

    /** A browser in which the printed address was opened. */
    public static Browser opened(Serving serving) throws IOException, InterruptedException {
        Browser browser = strange(serving);
        HttpResponse<String> answer = browser.get(serving.address().substring(browser.root.length()));
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        browser.with("Cookie", cookie.substring(0, cookie.indexOf(';')));
        Matcher token = CSRF.matcher(browser.get("/").body());
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        browser.csrf = token.group(1);
        return browser;
    }

    /** Sends this header from now on. */
    public Browser with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends a header no longer. */
    public Browser without(String name) {
        headers.remove(name);
        return this;
    }

    /** What it sends along. */
    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    /** The token of the pages. */
    public String csrf() {
        return csrf;
    }

    /** The cookie of its session. */
    public String cookie() {
        return headers.getOrDefault("Cookie", "");
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** Asks for what has no end. */
    public InputStream stream(String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return client.send(request.build(), BodyHandlers.ofInputStream()).body();
    }

    /** Sends a form, as a page of the server does. */
    public HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        return post(path, List.copyOf(form.entrySet()));
    }

    /** Sends a form in which a field may stand several times. */
    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> form)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        headers.putIfAbsent("Origin", root);
        headers.putIfAbsent("X-CSRF-Token", csrf);
        return send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&")))));
    }

    /** A request to this server, to be changed before it is sent. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    /** Sends a request, with the headers of this browser. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        headers.forEach(request::setHeader);
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
