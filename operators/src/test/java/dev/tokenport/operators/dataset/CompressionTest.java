package dev.tokenport.operators.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operators.dataset.JsonDatasetParameters.Layout;
import dev.tokenport.operators.format.TextFormat.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CompressionTest extends DatasetCase {

    @Test
    void sink_fileThatEndsInGz_isCompressedAndReadBack() throws Exception {
        var output = json("a.ndjson.GZ", "", stream(entity("a", "1"), entity("a", "2")));

        assertThat(unzipped("a.ndjson.GZ")).isEqualTo("{\"a\":\"1\"}\n{\"a\":\"2\"}\n");
        assertThat(all(output)).containsExactly(entity("a", "1"), entity("a", "2"));
        assertThat(files()).containsExactly("a.ndjson.GZ");
    }

    @Test
    void sink_csvWithLaterColumns_isWrittenAnewCompressed() throws Exception {
        var output = csv("a.csv.gz", stream(entity("a", "1"), entity("b", "2")));

        assertThat(unzipped("a.csv.gz")).isEqualTo("a,b\n1,\n,2\n");
        assertThat(all(output)).hasSize(2);
        assertThat(files()).containsExactly("a.csv.gz");
    }

    @Test
    void compression_setByHand_goesBeforeTheName() throws Exception {
        json("a.json", Compression.GZIP, stream(entity("a", "1")));
        json("b.json.gz", Compression.NONE, stream(entity("a", "1")));

        assertThat(unzipped("a.json")).isEqualTo("[\n{\"a\":\"1\"}\n]\n");
        assertThat(content("b.json.gz")).isEqualTo("[\n{\"a\":\"1\"}\n]\n");
        assertThat(all(json("a.json", Compression.GZIP))).containsExactly(entity("a", "1"));
        assertThat(all(json("b.json.gz", Compression.NONE))).containsExactly(entity("a", "1"));
    }

    @Test
    void sink_failingInput_leavesTheOldFile() throws Exception {
        Files.write(folder.resolve("a.json.gz"), gzip("[]"));

        assertThatThrownBy(() -> json("a.json.gz", failing("no more", entity("a", "1"))))
                .hasMessage("no more");

        assertThat(unzipped("a.json.gz")).isEqualTo("[]");
        assertThat(files()).containsExactly("a.json.gz");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 60_000, 65_000, 65_517, 65_518, 65_519, 65_530, 131_072, 200_000})
    void source_severalMembers_areReadWhole(int size) throws Exception {
        String first = text(size);
        write("a.txt.gz", gzip(first), gzip(""), gzip("second"));

        assertThat(all(text("a.txt.gz", Unit.WHOLE))).containsExactly(entity("text", first + "second"));
    }

    @Test
    void source_cutOffAnywhere_isAnErrorThatNamesTheFile() throws Exception {
        byte[] whole = concatenated(gzip("first"), gzip("second"));
        int firstMember = gzip("first").length;
        for (int length = 0; length < whole.length; length++) {
            Files.write(folder.resolve("a.txt.gz"), Arrays.copyOf(whole, length));

            if (length == firstMember) {
                assertThat(all(text("a.txt.gz", Unit.WHOLE))).containsExactly(entity("text", "first"));
            } else {
                assertThatThrownBy(() -> all(text("a.txt.gz", Unit.WHOLE)))
                        .as("%s octets", length)
                        .isInstanceOf(OperatorException.class)
                        .message()
                        .isIn(
                                "file 'a.txt.gz' is cut off: its gzip data ends too early",
                                "file 'a.txt.gz' is not good gzip: what follows its gzip data is not gzip, or is cut off;"
                                        + " if it is not compressed, set compression to none");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 65_500, 65_518, 65_519, 65_520, 70_000, 131_000})
    void source_somethingElseBehindTheEnd_isAnError(int size) throws Exception {
        write("a.txt.gz", gzip(text(size)), "x".getBytes(UTF_8));

        assertThatThrownBy(() -> all(text("a.txt.gz", Unit.WHOLE)))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.txt.gz' is not good gzip: what follows its gzip data is not gzip, or is cut off;"
                        + " if it is not compressed, set compression to none");
    }

    @Test
    void source_notGzip_isAnErrorThatSaysWhatToDo() throws Exception {
        given("a.json.gz", "[]");

        assertThatThrownBy(() -> all(json("a.json.gz")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("file 'a.json.gz' is not good gzip: Not in GZIP format; if it is not compressed, set"
                        + " compression to none");
    }

    @Test
    void source_damaged_isAnError() throws Exception {
        byte[] octets = gzip("[{\"a\":\"1\"}]");
        octets[octets.length - 5] ^= 1;
        write("a.json.gz", octets);

        assertThatThrownBy(() -> all(json("a.json.gz")))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("file 'a.json.gz' is not good gzip: Corrupt GZIP trailer");
    }

    private Output json(String file, Compression compression, Entities... inputs)
            throws OperatorException, InterruptedException {
        var parameters = new JsonDatasetParameters(file, "", Layout.AUTO, new Encoding("UTF-8", compression));
        return new JsonDataset().execute(parameters, new Inputs(List.of(inputs)), context());
    }

    /** Characters that do not become fewer when they are compressed: the place of the end varies with their number. */
    private static String text(int size) {
        var random = new Random(size);
        var text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append((char) ('!' + random.nextInt(90)));
        }
        return text.toString();
    }

    private void write(String file, byte[]... parts) throws IOException {
        Files.write(folder.resolve(file), concatenated(parts));
    }

    private static byte[] concatenated(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] gzip(String text) throws IOException {
        var octets = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(octets)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return octets.toByteArray();
    }

    private String unzipped(String file) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(file))))) {
            return new String(gzip.readAllBytes(), UTF_8);
        }
    }
}
