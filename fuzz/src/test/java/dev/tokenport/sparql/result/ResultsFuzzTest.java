package dev.tokenport.sparql.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.Value;
import dev.tokenport.service.json.JsonRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** The results of a SPARQL endpoint: entities, whose values are what their types say, or a {@link ResultFault}. */
final class ResultsFuzzTest {

    @FuzzTest
    void json(byte[] input) throws Exception {
        Bounds.within(input, () -> {
            read(input, Terms.VALUES);
            read(input, Terms.RDF);
        });
    }

    private static void read(byte[] input, Terms terms) throws Exception {
        try (var results = new Results(new ByteArrayInputStream(input), terms)) {
            for (Entity entity = results.next(); entity != null; entity = results.next()) {
                entity.values().forEach(values -> values.forEach(ResultsFuzzTest::check));
            }
        } catch (IOException e) {
            // An encoding that the parser knows and does not read.
            assertThat(e.getMessage()).startsWith("Unsupported UCS-4");
        } catch (ResultFault e) {
            Messages.fit(e);
        }
    }

    private static void check(Value value) {
        var text = (Value.Text) value;
        assertThat(text.type() == JsonType.STRING || JsonRows.isJson(text.text()))
                .as(text.text())
                .isTrue();
    }
}
