package dev.tokenport.http;

import java.io.Serial;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the head of an answer. The message is to be put behind {@code the answer}; it quotes nothing of what
 * the server sent.
 */
final class HeadFault extends ProtocolException {

    @Serial
    private static final long serialVersionUID = 1L;

    private HeadFault(String message, @Nullable Exception cause) {
        super(message);
        initCause(cause);
    }

    static HeadFault tooLarge() {
        return new HeadFault("has too many header fields, or too large ones", null);
    }

    static HeadFault manyInterim() {
        return new HeadFault("is put off by too many interim ones (1xx)", null);
    }

    static HeadFault switches() {
        return new HeadFault("switches to another protocol (101), which was not asked for", null);
    }

    static HeadFault notHttp(Exception cause) {
        return new HeadFault("is not HTTP; a wrong port, or http instead of https?", cause);
    }

    static HeadFault malformedField(Exception cause) {
        return new HeadFault("has a malformed header field", cause);
    }

    /** The message. */
    String words() {
        return String.valueOf(getMessage());
    }
}
