package dev.tokenport.graphql;

import dev.tokenport.operator.Entity;
import dev.tokenport.service.json.JsonText;
import dev.tokenport.service.json.JsonTokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The {@code data} of an answer, written to a file as it is, token by token: a copy through numbers would change their
 * digits. For one thread.
 */
final class DataCopy implements AnswerData {

    private static final int HELD = 8192;

    private final AnswerFile file;
    private final StringBuilder text = new StringBuilder();
    private boolean begun;
    private boolean comma;
    private boolean found;

    DataCopy(AnswerFile file) {
        this.file = file;
    }

    @Override
    public @Nullable Entity take(JsonTokens tokens, JsonToken token) {
        if (comma && !token.isStructEnd()) {
            text.append(',');
        }
        comma = token != JsonToken.PROPERTY_NAME && !token.isStructStart();
        append(tokens, token);
        found |= tokens.depth() > 2 || (token.isScalarValue() && token != JsonToken.VALUE_NULL);
        if (text.length() >= HELD) {
            flush();
        }
        return null;
    }

    @Override
    public boolean found() {
        return found;
    }

    @Override
    public @Nullable Entity finish() {
        flush();
        file.keep();
        return null;
    }

    private void append(JsonTokens tokens, JsonToken token) {
        if (token == JsonToken.PROPERTY_NAME) {
            JsonText.appendString(text, tokens.text());
            text.append(':');
        } else if (token == JsonToken.VALUE_STRING) {
            JsonText.appendString(text, tokens.text());
        } else {
            text.append(tokens.text());
        }
    }

    private void flush() {
        if (!begun) {
            file.begin();
            begun = true;
        }
        file.append(text);
        text.setLength(0);
    }
}
