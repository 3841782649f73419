package dev.tokenport.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
final class FirstLineTest {

    /** Breaks at the first read. */
    private static final class BrokenStream extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("broken");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hunter2,hunter2,false",
        "hunter21,hunter21,false",
        "hunter212,hunter21,true",
        "'hunter21\n2',hunter21,false",
        "'hunter2\r\nmore',hunter2,false",
        "'',''    ,false"
    })
    void stream_anyLength_givesTheLineUpToTheBound(String written, String line, boolean cut)
            throws InterruptedException {
        var read = read(stream(written));

        assertThat(new String(read.bytes(), StandardCharsets.UTF_8)).isEqualTo(line);
        assertThat(read.cut()).isEqualTo(cut);
        assertThat(read.whole()).isTrue();
    }

    @Test
    void stream_thatBreaksWithinTheLine_isNotWhole() throws InterruptedException {
        var read = read(new SequenceInputStream(stream("hunt"), new BrokenStream()));

        assertThat(read.bytes()).isEqualTo("hunt".getBytes(StandardCharsets.UTF_8));
        assertThat(read.whole()).isFalse();
    }

    @Test
    void line_printed_isMasked() throws InterruptedException {
        assertThat(read(stream("hunter2"))).hasToString("***");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FirstLine.Read read(InputStream stream) throws InterruptedException {
        var line = new FirstLine(stream, 8);
        line.run();
        return line.await();
    }
}
