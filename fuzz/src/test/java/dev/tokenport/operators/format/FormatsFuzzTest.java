package dev.tokenport.operators.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.operator.Entity;
import dev.tokenport.service.json.JsonFormat;
import dev.tokenport.service.json.JsonRows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Files of each format: entities, which are the same when they were written and read again; or a {@link RowFault}. */
final class FormatsFuzzTest {

    private static final JsonFormat RECORDS = JsonFormat.of(JsonRows.Scalars.REFUSED);

    @FuzzTest
    void csv(byte[] input) throws Exception {
        roundTrip(input, CsvFormat.of(UTF_8));
    }

    @FuzzTest
    void csvOtherwise(byte[] input) throws Exception {
        roundTrip(input, new CsvFormat(';', '\'', UTF_8, false, List.of(), '#', 0));
    }

    @FuzzTest
    void json(byte[] input) throws Exception {
        roundTrip(input, new JsonRecords(RECORDS));
    }

    @FuzzTest
    void ndjson(byte[] input) throws Exception {
        roundTrip(input, new JsonRecords(RECORDS.in(JsonFormat.Layout.LINES)));
    }

    @FuzzTest
    void text(byte[] input) throws Exception {
        roundTrip(input, new TextFormat(TextFormat.Unit.LINES, UTF_8));
    }

    private static void roundTrip(byte[] input, Format format) throws Exception {
        Bounds.within(input, () -> {
            List<Entity> read;
            try {
                read = read(input, format);
            } catch (RowFault e) {
                Messages.fit(e);
                return;
            }
            var draft = new MemoryDraft();
            try {
                Format written = write(read, format, draft);
                assertThat(read(draft.octets(), written)).isEqualTo(read);
            } catch (RowFault e) {
                Messages.fit(e);
                assertThat(format).isNotInstanceOf(JsonRecords.class);
            }
        });
    }

    private static List<Entity> read(byte[] octets, Format format) throws RowFault, IOException {
        List<Entity> entities = new ArrayList<>();
        try (Rows rows = format.rows(new ByteArrayInputStream(octets))) {
            for (Entity entity = rows.next(); entity != null; entity = rows.next()) {
                entities.add(entity);
            }
        }
        return entities;
    }

    private static Format write(List<Entity> entities, Format format, Draft draft) throws RowFault, IOException {
        RowWriter writer = format.writer(draft);
        for (Entity entity : entities) {
            writer.write(entity);
        }
        return writer.finish();
    }

    private static final class MemoryDraft implements Draft {

        private ByteArrayOutputStream output = new ByteArrayOutputStream();

        byte[] octets() {
            return output.toByteArray();
        }

        @Override
        public OutputStream output() {
            return output;
        }

        @Override
        public InputStream rewrite() {
            var written = new ByteArrayInputStream(octets());
            output = new ByteArrayOutputStream();
            return written;
        }
    }
}
