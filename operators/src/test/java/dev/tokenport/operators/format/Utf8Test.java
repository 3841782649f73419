package dev.tokenport.operators.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8Test {

    private static final String TEXT = "a,é߿ࠀ€\uffff😀z\n\u007f\u0080 ".repeat(50);

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 64, 10_000})
    void writer_anyCapacityAndPieces_writesUtf8(int capacity) throws IOException {
        for (int piece : new int[] {1, 2, 3, 7, 1000}) {
            var out = new ByteArrayOutputStream();

            try (var writer = new Utf8Writer(out, capacity)) {
                for (int at = 0; at < TEXT.length(); at += piece) {
                    writer.write(TEXT, at, Math.min(piece, TEXT.length() - at));
                }
            }

            assertThat(out.toString(UTF_8)).isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"d83d 0078", "0078 de00", "d83d d83d de00"})
    void writer_loneSurrogate_isAnError(String units) {
        var text = new StringBuilder();
        for (String unit : units.split(" ", -1)) {
            text.append((char) Integer.parseInt(unit, 16));
        }
        var writer = new Utf8Writer(new ByteArrayOutputStream(), 64);

        assertThatThrownBy(() -> writer.write(text.toString()))
                .isInstanceOf(MalformedInputException.class)
                .hasMessage("Input length = 1");
    }

    @Test
    void writer_halfAPairAtTheEnd_isAnError() throws IOException {
        var writer = new Utf8Writer(new ByteArrayOutputStream(), 64);
        writer.write('\ud83d');

        assertThatThrownBy(writer::close).isInstanceOf(MalformedInputException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 7, 64, 10_000})
    void reader_anyCapacityAndPieces_readsUtf8(int capacity) throws IOException {
        for (int piece : new int[] {2, 3, 7, 1000}) {
            assertThat(read(new Utf8Reader(input(TEXT.getBytes(UTF_8)), capacity), piece))
                    .isEqualTo(TEXT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c0af",
                "c1bf",
                "c3",
                "c341",
                "e28241",
                "e282",
                "eda080",
                "f5808080",
                "f0808080",
                "ff",
                "e0809f"
            })
    void reader_octetsThatAreNoCharacter_areTheErrorOfTheJdk(String hex) {
        byte[] octets = HexFormat.of().parseHex("6162" + hex);

        String outcome = outcome(new Utf8Reader(input(octets), 64));

        assertThat(outcome)
                .startsWith("failed java.nio.charset.MalformedInputException")
                .isEqualTo(outcome(new InputStreamReader(input(octets), UTF_8.newDecoder())));
    }

    @Test
    void reader_octetsByChance_agreesWithTheJdk() {
        var random = new Random(7);
        for (int run = 0; run < 20_000; run++) {
            byte[] octets = new byte[1 + random.nextInt(6)];
            random.nextBytes(octets);

            assertThat(outcome(new Utf8Reader(input(octets), 8)))
                    .as(HexFormat.of().formatHex(octets))
                    .isEqualTo(outcome(new InputStreamReader(input(octets), UTF_8.newDecoder())));
        }
    }

    private static String outcome(Reader reader) {
        try {
            return "read " + read(reader, 16);
        } catch (IOException e) {
            return "failed " + e;
        }
    }

    private static String read(Reader reader, int piece) throws IOException {
        var text = new StringBuilder();
        char[] chars = new char[piece];
        for (int read = reader.read(chars); read >= 0; read = reader.read(chars)) {
            text.append(chars, 0, read);
        }
        return text.toString();
    }

    private static InputStream input(byte[] octets) {
        return new ByteArrayInputStream(octets);
    }
}
