package dev.tokenport.http;

import java.io.Serial;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * Reads the lines of an answer's head: tells what is not HTTP from what is, and has a malformed field; passes over lines that
 * are no fields at all. Stateless.
 */
final class AnswerLines extends BasicLineParser {

    /** What has come is not HTTP. */
    static final class NotHttpException extends ParseException {

        @Serial
        private static final long serialVersionUID = 1L;

        private NotHttpException(ParseException cause) {
            super("no status line");
            initCause(cause);
        }
    }

    /** Stands for a line that is no field. */
    private static final class NoField extends BasicHeader {

        @Serial
        private static final long serialVersionUID = 1L;

        private NoField() {
            super("none", "");
        }
    }

    @Override
    public StatusLine parseStatusLine(CharArrayBuffer buffer) throws ParseException {
        try {
            return super.parseStatusLine(buffer);
        } catch (ParseException e) {
            throw new NotHttpException(e);
        }
    }

    @Override
    public Header parseHeader(CharArrayBuffer buffer) throws ParseException {
        return buffer.indexOf(':') < 0 ? new NoField() : super.parseHeader(buffer);
    }

    /** Whether a line was a field. */
    static boolean isField(Header line) {
        return !(line instanceof NoField);
    }
}
