package dev.tokenport.operators.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.json.JsonRows;

/** The YAML of <em>Set parameters</em>: values, of which those of type json are JSON; or a message that can be shown. */
final class SettingsFuzzTest {

    @FuzzTest
    void yaml(byte[] input) throws Exception {
        RawValue text = RawValue.of(new String(input, UTF_8));

        Bounds.within(input, () -> {
            try {
                SettingsReader.read("parameters", text, new Redactor())
                        .forEach((name, values) -> values.forEach(SettingsFuzzTest::check));
            } catch (OperatorException e) {
                Messages.fit(e);
            }
        });
    }

    private static void check(Value value) {
        var text = (Value.Text) value;
        assertThat(text.type() == JsonType.STRING || JsonRows.isJson(text.text()))
                .as(text.text())
                .isTrue();
    }
}
