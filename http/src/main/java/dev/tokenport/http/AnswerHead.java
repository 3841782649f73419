package dev.tokenport.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of an answer (RFC 9112 §4). Immutable.
 *
 * @param version such as {@code HTTP/1.1}
 * @param status the status
 */
record AnswerHead(String version, int status) {

    private static final Pattern STATUS_LINE = Pattern.compile("(HTTP/1\\.[01]) ([1-5]\\d\\d)(?: .*)?");
    private static final int LARGEST = 64 * 1024;

    /** Reads octet by octet up to the empty line, past interim answers, so that nothing behind it is taken. */
    static AnswerHead read(InputStream in) throws IOException {
        int read = 0;
        while (true) {
            String first = line(in, LARGEST - read);
            Matcher status = STATUS_LINE.matcher(first);
            if (!status.matches()) {
                throw new ProtocolException("no status line");
            }
            read += first.length();
            String field;
            do {
                field = line(in, LARGEST - read);
                read += field.length() + 1;
            } while (!field.isEmpty());
            var head = new AnswerHead(status.group(1), Integer.parseInt(status.group(2)));
            if (!head.isInterim()) {
                return head;
            }
        }
    }

    private boolean isInterim() {
        return status / 100 == 1 && status != 101;
    }

    private static String line(InputStream in, int atMost) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the answer ends within its head");
            }
            if (line.size() >= atMost) {
                throw new ProtocolException("the header size is too large");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
