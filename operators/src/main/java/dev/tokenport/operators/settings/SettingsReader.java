package dev.tokenport.operators.settings;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads parameter settings: a mapping of a workflow file, or a text in YAML. */
public final class SettingsReader {

    private SettingsReader() {}

    /**
     * The values by parameter, in order.
     *
     * @param parameter what messages call it
     * @param redactor learns the secrets that are revealed here
     * @throws OperatorException if it is no mapping; the message begins with {@code parameter}
     */
    public static Map<String, List<Value>> read(String parameter, RawValue parameters, Redactor redactor)
            throws OperatorException {
        Map<String, List<Value>> settings = new LinkedHashMap<>();
        if (parameters instanceof RawValue.Mapping mapping) {
            mapping.entries().forEach((name, raw) -> settings.put(name, values(raw)));
        } else if (parameters instanceof RawValue.Scalar scalar && scalar.value() instanceof Text text) {
            settings.putAll(YamlSettings.read(parameter, text.text()));
        } else if (parameters instanceof RawValue.Scalar scalar && scalar.value() instanceof SecretValue secret) {
            String text = secret.secret().reveal();
            redactor.add(text);
            YamlSettings.read(parameter, text).forEach((name, values) -> settings.put(name, secret(values, redactor)));
        }
        return settings;
    }

    private static List<Value> values(RawValue raw) {
        if (raw instanceof RawValue.Mapping mapping) {
            return List.of(JsonObject.of(mapping));
        }
        Value value = ((RawValue.Scalar) raw).value();
        return value.equals(new Text("null", JsonType.JSON)) ? List.of() : List.of(value);
    }

    private static List<Value> secret(List<Value> values, Redactor redactor) {
        return values.stream()
                .map(Text.class::cast)
                .map(value -> {
                    if (value.type() == JsonType.STRING) {
                        redactor.add(value.text());
                    }
                    return Value.of(Secret.of(value.text()));
                })
                .toList();
    }
}
