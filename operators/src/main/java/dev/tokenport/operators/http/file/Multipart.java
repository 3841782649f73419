package dev.tokenport.operators.http.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.RequestBody;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A form with a file in it (multipart/form-data, RFC 7578). For one thread. */
final class Multipart {

    private final String boundary;
    private final StringBuilder before = new StringBuilder();

    /** A form with these fields, and a text that none of them has. */
    Multipart(Map<String, String> fields, String boundary) {
        this.boundary = "tokenport-" + boundary;
        fields.forEach(
                (name, value) -> part(name, "").append("\r\n").append(value).append("\r\n"));
    }

    /** Its content type. */
    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The form, with the file behind the other fields. */
    RequestBody with(String field, String fileName, String contentType, RequestBody file) {
        part(field, "; filename=\"" + quoted(fileName) + "\"")
                .append("Content-Type: ")
                .append(contentType)
                .append("\r\n\r\n");
        byte[] head = before.toString().getBytes(UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
        return RequestBody.of(
                head.length + file.length() + tail.length,
                () -> new SequenceInputStream(Collections.enumeration(
                        List.of(new ByteArrayInputStream(head), file.open(), new ByteArrayInputStream(tail)))));
    }

    private StringBuilder part(String name, String more) {
        return before.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(quoted(name))
                .append('"')
                .append(more)
                .append("\r\n");
    }

    /** As browsers do it (WHATWG HTML, multipart/form-data encoding). */
    private static String quoted(String text) {
        return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }
}
