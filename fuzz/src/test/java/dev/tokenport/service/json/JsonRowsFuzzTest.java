package dev.tokenport.service.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** JSON and NDJSON of a service: entities whose values are JSON again, or a {@link JsonFault} at a place. */
final class JsonRowsFuzzTest {

    private static final JsonPointer NEXT = JsonPointer.of("next", "/meta/next");
    private static final JsonFormat VALUES = JsonFormat.of(JsonRows.Scalars.VALUES);

    @FuzzTest
    void value(byte[] input) throws Exception {
        read(input, VALUES);
    }

    @FuzzTest
    void lines(byte[] input) throws Exception {
        read(input, VALUES.in(JsonFormat.Layout.LINES));
    }

    @FuzzTest
    void records(byte[] input) throws Exception {
        read(
                input,
                VALUES.at(JsonPointer.of("records", "/data/items"), JsonFormat.Missing.NONE)
                        .keeping(List.of(NEXT)));
    }

    private static void read(byte[] input, JsonFormat format) throws Exception {
        Bounds.within(input, () -> {
            try (var rows = new JsonRows(new ByteArrayInputStream(input), format)) {
                for (Entity entity = rows.next(); entity != null; entity = rows.next()) {
                    entity.values().forEach(JsonRowsFuzzTest::check);
                }
                format.kept().forEach(place -> rows.kept(place).ifPresent(kept -> check(List.of(kept))));
            } catch (IOException e) {
                // An encoding that the parser knows and does not read.
                assertThat(e.getMessage()).startsWith("Unsupported UCS-4");
            } catch (JsonFault e) {
                Messages.fit(e);
                assertThat(e.line()).isPositive();
                assertThat(e.column()).isPositive();
            }
        });
    }

    private static void check(List<Value> values) {
        assertThat(values).hasSize(1);
        var value = (Value.Text) values.get(0);
        var json = new StringBuilder();
        JsonText.append(json, value);
        assertThat(JsonRows.isJson(json.toString())).as(json.toString()).isTrue();
    }

    @FuzzTest
    void pointer(byte[] input) throws Exception {
        String text = new String(input, UTF_8);

        Bounds.within(input, () -> {
            try {
                assertThat(JsonPointer.of("records", text)).hasToString(text);
            } catch (IllegalArgumentException e) {
                Messages.fitForPlace(e.getMessage());
            }
        });
    }
}
