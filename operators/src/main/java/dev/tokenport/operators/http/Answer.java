package dev.tokenport.operators.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.http.BodyTooLargeException;
import dev.tokenport.http.Response;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonFault;
import dev.tokenport.service.json.JsonRows;
import dev.tokenport.service.template.Body;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The entities of a successful answer, read as they are asked for. For one thread. */
final class Answer implements AutoCloseable {

    private static final Schema TEXT = Schema.of("", "body", "content_type", "status");

    private final Response response;
    private final String contentType;
    private final int maxBody;
    private final @Nullable JsonRows json;
    private @Nullable InputStream text;

    private Answer(Response response, int maxBody) throws IOException {
        this.response = response;
        this.maxBody = maxBody;
        this.contentType = response.headers().first("Content-Type").orElse("");
        var body = new BufferedInputStream(response.body());
        int first = peek(body);
        boolean isJson = first >= 0 && isJson(first);
        this.json = isJson ? new JsonRows(body, JsonRows.Scalars.VALUES) : null;
        this.text = isJson || first < 0 ? null : body;
    }

    /** The entities of an answer; its JSON is streamed, anything else has to fit into {@code maxBody} bytes. */
    static Answer of(Response response, int maxBody) throws IOException {
        return new Answer(response, maxBody);
    }

    /** What the answer says it is, for people. */
    String shownType() {
        return contentType.isEmpty() ? "a body without content type" : contentType;
    }

    /** Whether it has a body that is not JSON. */
    boolean isText() {
        return text != null;
    }

    /**
     * The next entity, {@code null} at the end.
     *
     * @throws OperatorException if the body is too large or no text; the message is a predicate
     * @throws JsonFault if the body is not the JSON it says it is
     */
    @Nullable
    Entity next() throws OperatorException, JsonFault, IOException {
        if (json != null) {
            return json.next();
        }
        if (text == null) {
            return null;
        }
        String body = decoded(text);
        text = null;
        return Entity.of(
                "",
                TEXT,
                List.of(
                        Value.of(body),
                        Value.of(contentType),
                        new Value.Text(Integer.toString(response.status()), JsonType.NUMBER)));
    }

    @Override
    public void close() throws IOException {
        response.close();
    }

    private boolean isJson(int first) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() ? first == '{' || first == '[' : Body.isJson(type);
    }

    /** The first octet that is not white space, left to be read; -1 if there is none. */
    private static int peek(BufferedInputStream body) throws IOException {
        while (true) {
            body.mark(1);
            int octet = body.read();
            if (octet != ' ' && octet != '\t' && octet != '\r' && octet != '\n') {
                body.reset();
                return octet;
            }
        }
    }

    private String decoded(InputStream body) throws OperatorException, IOException {
        Charset charset = charset();
        byte[] bytes;
        try {
            bytes = new Response(response.status(), response.headers(), body).bodyWithin(maxBody);
        } catch (BodyTooLargeException e) {
            throw new OperatorException(
                    "answered more than " + maxBody + " bytes of " + shownType() + "; raise max_body", e);
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new OperatorException("answered " + shownType() + " that is not text in " + charset, e);
        }
    }

    private Charset charset() throws OperatorException {
        for (String parameter : contentType.split(";", -1)) {
            String[] pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
                String name = pair[1].strip().replace("\"", "");
                try {
                    return Charset.forName(name);
                } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                    throw new OperatorException("answered in the unknown character set '" + name + "'", e);
                }
            }
        }
        return UTF_8;
    }
}
