package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2047, 2048, 2049, 4096, 10_000})
    void body_withinItsLimit_isWhole(int length) throws Exception {
        byte[] bytes = bytes(length);

        assertThat(response(bytes).bodyWithin(length)).isEqualTo(bytes);
    }

    @Test
    void body_beyondItsLimit_isRefused() {
        assertThatExceptionOfType(BodyTooLargeException.class)
                .isThrownBy(() -> response(bytes(4097)).bodyWithin(4096));
    }

    private static Response response(byte[] body) {
        return new Response(200, Headers.none(), new ByteArrayInputStream(body));
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }
}
