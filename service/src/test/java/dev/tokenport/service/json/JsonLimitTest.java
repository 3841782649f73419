package dev.tokenport.service.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonLimitTest {

    private static final JsonFormat LIMITED =
            JsonFormat.of(JsonRows.Scalars.VALUES).upTo(1000);

    @Test
    void records_anyNumberOfThem_areRead() throws Exception {
        assertThat(count("[" + "{\"a\":\"1\"},".repeat(10_000) + "{}]")).isEqualTo(10_001);
    }

    @Test
    void record_asLargeAsAllowed_isRead() throws Exception {
        assertThat(count("[{\"a\":\"" + "x".repeat(999) + "\"}]")).isEqualTo(1);
    }

    @Test
    void record_larger_isAFaultWithItsPlace() {
        String text = "[{},\n {\"a\":\"" + "x".repeat(1000) + "\"}]";

        JsonFault fault = catchThrowableOfType(JsonFault.class, () -> count(text));

        assertThat(fault).hasMessage("a record has more than 1000 characters");
        assertThat(fault.isTooLarge()).isTrue();
        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[", "{\"a\":{\"b\":[", "[[", "{\"a\":\"b\",\"c\":["})
    void record_thatNeverEnds_isAFaultBeforeItIsHeld(String begin) {
        assertThatThrownBy(() -> count(new Endless(begin, "1234567,")))
                .isInstanceOf(JsonFault.class)
                .hasMessage("a record has more than 1000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"", "[\"", "{\"a\":[\""})
    void text_thatNeverEnds_isAFaultBeforeItIsHeld(String begin) {
        assertThatThrownBy(() -> count(new Endless(begin, "xyz ")))
                .isInstanceOf(JsonFault.class)
                .hasMessage("a record has more than 1000 characters");
    }

    @Test
    void text_outsideTheRecords_mayBeLonger() throws Exception {
        JsonFormat format = LIMITED.at(JsonPointer.of("pointer", "/r"));
        String text = "{\"s\":\"" + "x".repeat(100_000) + "\",\"r\":[{\"a\":1}]}";

        try (var rows = new JsonRows(new ByteArrayInputStream(text.getBytes(UTF_8)), format)) {
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNull();
        }
    }

    private static int count(String text) throws Exception {
        return count(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static int count(InputStream text) throws Exception {
        int count = 0;
        try (var rows = new JsonRows(text, LIMITED)) {
            while (rows.next() != null) {
                count++;
            }
        }
        return count;
    }

    /** A beginning, and then the same again and again, until it is far too much to be held. */
    private static final class Endless extends InputStream {

        private static final int FAR_TOO_MUCH = 100_000_000;

        private final String begin;
        private final String piece;
        private int position;

        private Endless(String begin, String piece) {
            this.begin = begin;
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            if (position > FAR_TOO_MUCH) {
                throw new IOException("read too far");
            }
            int at = position++;
            return at < begin.length() ? begin.charAt(at) : piece.charAt((at - begin.length()) % piece.length());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = (byte) read();
            }
            return length;
        }
    }
}
