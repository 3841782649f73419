package dev.tokenport.cmem.xml;

import dev.tokenport.workflow.Position;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.Location;

/** The characters of an XML file, and where its lines begin. Immutable. */
final class XmlText {

    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");
    private static final int DECLARATION = 200;

    private final String text;
    private final int[] lineStarts;

    private XmlText(String text) {
        this.text = text;
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n'
                                        || (text.charAt(i) == '\r' && !text.startsWith("\n", i + 1)))
                                .map(i -> i + 1))
                .toArray();
    }

    /**
     * Decodes a file: by its byte order mark, otherwise as it declares, otherwise as UTF-8.
     *
     * @throws CharacterCodingException if the bytes are not of that encoding
     * @throws IllegalArgumentException if the encoding is unknown
     */
    static XmlText decode(byte[] bytes) throws CharacterCodingException {
        String decoded =
                charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new XmlText(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    private static Charset charset(byte[] bytes) {
        if (begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16;
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declared = ENCODING.matcher(start);
        return declared.find() ? Charset.forName(declared.group(1)) : StandardCharsets.UTF_8;
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    String text() {
        return text;
    }

    /**
     * Where the tag begins that ends before a place. No {@code <} stands within a tag that is well-formed. The parser's
     * offsets are wrong in files larger than its buffer, its lines and columns are right.
     */
    Position tag(String file, Location end) {
        int offset = lineStarts[Math.min(end.getLineNumber(), lineStarts.length) - 1] + end.getColumnNumber() - 1;
        int begin = Math.max(0, text.lastIndexOf('<', offset - 1));
        int found = Arrays.binarySearch(lineStarts, begin);
        int line = found >= 0 ? found : -found - 2;
        return new Position(file, line + 1, text.codePointCount(lineStarts[line], begin) + 1);
    }
}
