package dev.tokenport.sparql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where SPARQL is sent, and about which graphs (SPARQL 1.1 Protocol §2). Immutable.
 *
 * @param url the endpoint, possibly with parameters of its own
 * @param accept the content type that is asked for, empty for none
 * @param graphs the parameters that name graphs
 */
record Endpoint(URI url, String accept, List<Field> graphs) {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** A parameter of the protocol. */
    record Field(String name, String value) {

        private String encoded() {
            return name + '=' + URLEncoder.encode(value, UTF_8).replace("+", "%20");
        }
    }

    /** Copies the list. */
    Endpoint {
        graphs = List.copyOf(graphs);
    }

    /** The text and all else in the URL. */
    Request get(Field text) {
        return Request.of("GET", with(fields(text)), headers());
    }

    /** The text and all else as a form. */
    Request form(Field text) {
        return new Request(
                "POST",
                url,
                headers().with("Content-Type", FORM),
                encoded(fields(text)).getBytes(UTF_8));
    }

    /** The text as the body, all else in the URL. */
    Request direct(String contentType, String text) {
        return new Request("POST", with(graphs), headers().with("Content-Type", contentType), text.getBytes(UTF_8));
    }

    private Headers headers() {
        return accept.isEmpty() ? Headers.none() : Headers.none().with("Accept", accept);
    }

    private List<Field> fields(Field text) {
        List<Field> fields = new ArrayList<>();
        fields.add(text);
        fields.addAll(graphs);
        return fields;
    }

    private URI with(List<Field> fields) {
        if (fields.isEmpty()) {
            return url;
        }
        return URI.create(url + (url.getRawQuery() == null ? "?" : "&") + encoded(fields));
    }

    private static String encoded(List<Field> fields) {
        return fields.stream().map(Field::encoded).collect(Collectors.joining("&"));
    }
}
