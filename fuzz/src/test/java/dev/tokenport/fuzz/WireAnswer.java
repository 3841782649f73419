package dev.tokenport.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Response;
import dev.tokenport.http.Transport;
import dev.tokenport.http.Transports;
import java.io.ByteArrayInputStream;

/**
 * The answer that an input stands for: a line with the status, lines with headers, an empty line, the body. Immutable.
 *
 * @param status the status
 * @param headers the header fields; those that no HTTP client lets through are left out
 * @param body the body, a character per octet
 */
public record WireAnswer(int status, Headers headers, String body) {

    private static final int OK = 200;

    /** Reads an input, with the canary where its marks are. */
    public static WireAnswer of(byte[] input) {
        String text = new String(Canary.bytes(input), ISO_8859_1);
        int end = text.indexOf("\n\n");
        String head = end < 0 ? text : text.substring(0, end);
        String body = end < 0 ? "" : text.substring(end + 2);
        String[] lines = head.split("\n", -1);
        Headers headers = Headers.none();
        for (int i = 1; i < lines.length; i++) {
            headers = with(headers, lines[i]);
        }
        return new WireAnswer(status(lines[0]), headers, body);
    }

    private static int status(String line) {
        return line.matches("[2-5][0-9][0-9]") ? Integer.parseInt(line) : OK;
    }

    private static Headers with(Headers headers, String line) {
        String[] parts = line.split(":", 2);
        try {
            return parts.length < 2 ? headers : headers.with(parts[0].strip(), parts[1].strip());
        } catch (IllegalArgumentException e) {
            return headers;
        }
    }

    /** The answer as it comes from a client. */
    public Response response() {
        return new Response(status, headers, new ByteArrayInputStream(body.getBytes(ISO_8859_1)));
    }

    /** A transport that gives this answer to every request. */
    public Transport transport() {
        return (request, deadline) -> response();
    }

    /** Transports that do so. */
    public Transports transports() {
        return options -> transport();
    }
}
