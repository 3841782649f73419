package dev.tokenport.integration.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Answers as they stand on the wire. */
final class Answers {

    /** A token to one asker, one entity to the other. */
    static final String BODY = "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}";

    private static final String JSON = "Content-Type: application/json\r\n";

    private Answers() {}

    /** What everybody hopes for. */
    static String good() {
        return good(BODY);
    }

    /** The same with another body. */
    static String good(String body) {
        return head("Content-Length: " + body.getBytes(StandardCharsets.ISO_8859_1).length) + body;
    }

    /** The head of such an answer, with these fields. */
    static String head(String... fields) {
        return open(fields) + "\r\n";
    }

    /** The same, to which fields may be added. */
    static String open(String... fields) {
        StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n" + JSON);
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        return head.toString();
    }

    /** An answer of this status, without a body. */
    static String status(int status, String... fields) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reason\r\nContent-Length: 0\r\n");
        for (String field : fields) {
            head.append(field).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /** The first octets of the body in gzip. */
    static byte[] zipped(int octets) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(BODY.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(out.toByteArray(), octets);
    }
}
