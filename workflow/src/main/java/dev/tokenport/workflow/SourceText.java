package dev.tokenport.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The text of a workflow file, without a byte order mark, and the places in it. Immutable. */
final class SourceText {

    /** The largest file that is read. */
    static final int MAXIMUM_BYTES = 16 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';

    private final String mark;
    private final String text;

    /** Found when a place is asked for, which is seldom. */
    private volatile int @Nullable [] lineStarts;

    private SourceText(String mark, String text) {
        this.mark = mark;
        this.text = text;
    }

    /** Reads a file in UTF-8; a leading byte order mark is dropped. */
    static SourceText read(Path file, Problems problems) throws IOException, WorkflowException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAXIMUM_BYTES + 1);
        }
        if (bytes.length > MAXIMUM_BYTES) {
            throw problems.only(
                    Position.START, "the file is larger than " + (MAXIMUM_BYTES >> 20) + " MiB; split the workflow");
        }
        return decode(bytes, problems);
    }

    /** A text that is there already. */
    static SourceText of(String text) {
        return withoutMark(text);
    }

    private static SourceText decode(byte[] bytes, Problems problems) throws WorkflowException {
        String decoded = new String(bytes, StandardCharsets.UTF_8);
        return decoded.indexOf(REPLACEMENT) < 0 ? withoutMark(decoded) : decodeStrictly(bytes, problems);
    }

    /** Says where the octets are no UTF-8, if they are not: the replacement may also stand in the file as it is. */
    private static SourceText decodeStrictly(byte[] bytes, Problems problems) throws WorkflowException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String text = out.flip().toString();
        SourceText source = withoutMark(text);
        if (result.isError()) {
            String rule = String.format(Locale.ROOT, "the byte 0x%02X is not UTF-8; save the file in UTF-8", in.get());
            throw problems.only(
                    withoutMark(text).positionAt(withoutMark(text).text().length()), rule);
        }
        return source;
    }

    private static SourceText withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK)
                ? new SourceText(BYTE_ORDER_MARK, text.substring(1))
                : new SourceText("", text);
    }

    /** The byte order mark, empty if there is none. */
    String mark() {
        return mark;
    }

    String text() {
        return text;
    }

    /** The offset of the character at a position. */
    int offsetAt(Position position) {
        return text.offsetByCodePoints(lineStarts()[position.line() - 1], position.column() - 1);
    }

    /** The position of the character at an offset. */
    Position positionAt(int offset) {
        int[] starts = lineStarts();
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line + 1, text.codePointCount(starts[line], offset) + 1);
    }

    /**
     * The position of an occurrence of some characters.
     *
     * @param from where to begin to look
     * @param occurrence which one, from 0
     * @return {@code from} if there are fewer
     */
    Position find(String characters, int occurrence, Position from) {
        int offset = text.indexOf(characters, offsetAt(from));
        for (int i = 0; i < occurrence && offset >= 0; i++) {
            offset = text.indexOf(characters, offset + characters.length());
        }
        return offset < 0 ? from : positionAt(offset);
    }

    private int[] lineStarts() {
        int[] known = lineStarts;
        if (known == null) {
            known = lineStarts(text);
            lineStarts = known;
        }
        return known;
    }

    private static int[] lineStarts(String text) {
        IntStream.Builder starts = IntStream.builder();
        starts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
                starts.add(i + 1);
            }
        }
        return starts.build().toArray();
    }
}
