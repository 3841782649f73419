package dev.tokenport.operators.http.answer;

import dev.tokenport.http.BodyTooLargeException;
import dev.tokenport.http.Response;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as one text. For one thread. */
final class TextRecord implements Records {

    private static final Schema SCHEMA = Schema.of("", "body", "content_type", "status");

    private final Response response;
    private final ContentType type;
    private final Charset charset;
    private final int maxBody;
    private boolean read;

    /** The text of an answer, whose body may have {@code maxBody} bytes. */
    TextRecord(Response response, ContentType type, Charset charset, int maxBody) {
        this.response = response;
        this.type = type;
        this.charset = charset;
        this.maxBody = maxBody;
    }

    @Override
    public @Nullable Entity next() throws AnswerFault, IOException {
        if (read) {
            return null;
        }
        read = true;
        try {
            String body = charset.newDecoder()
                    .decode(ByteBuffer.wrap(response.bodyWithin(maxBody)))
                    .toString();
            var status = new Value.Text(Integer.toString(response.status()), JsonType.NUMBER);
            return Entity.of("", SCHEMA, List.of(Value.of(body), Value.of(type.text()), status));
        } catch (BodyTooLargeException e) {
            throw new AnswerFault(
                    "answered more than " + maxBody + " bytes of " + type.shown() + "; raise max_body", e);
        } catch (CharacterCodingException e) {
            throw new AnswerFault("answered " + type.shown() + " that is not text in " + charset, e);
        }
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
