package dev.tokenport.operators.format;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Octets as characters, of which none is lost silently. */
final class Characters {

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Characters() {}

    /** The characters of octets, behind a byte order mark. */
    static Reader of(InputStream input, Charset charset) throws IOException {
        Reader reader = new BufferedReader(decoded(input, charset), BUFFER);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private static Reader decoded(InputStream input, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return new Utf8Reader(input, BUFFER);
        }
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(input, decoder);
    }

    /** A writer of characters, which fails at one that the character set does not have. */
    static Writer to(OutputStream output, Charset charset) throws IOException {
        if (!charset.canEncode()) {
            throw new IOException("the character set " + charset + " can only be read");
        }
        if (charset.equals(StandardCharsets.UTF_8)) {
            return new Utf8Writer(output, BUFFER);
        }
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedWriter(new OutputStreamWriter(output, encoder), BUFFER);
    }
}
