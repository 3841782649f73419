package dev.tokenport.operator;

import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of map parameters and nested objects: a mapping, or a text that is a JSON object. */
final class MapValues {

    /** Makes the value of an entry. */
    @FunctionalInterface
    private interface Entry<T> {

        T of(Value value);
    }

    private MapValues() {}

    /** The raw values of a nested object by key; those that come from a secret text are secret. */
    static RawValue.Mapping nested(RawValue raw) throws MismatchException {
        return raw instanceof RawValue.Mapping || Texts.plain(raw).isPresent()
                ? mapping(raw)
                : JsonText.confidential(mapping(raw));
    }

    /** Texts by key, in order. */
    static Object texts(RawValue raw) throws MismatchException {
        return values(
                raw,
                value -> value instanceof Text text
                        ? text.text()
                        : ((SecretValue) value).secret().reveal());
    }

    /** Secrets by key, in order. */
    static Object secrets(RawValue raw) throws MismatchException {
        return values(
                raw, value -> value instanceof SecretValue secret ? secret.secret() : Secret.of(((Text) value).text()));
    }

    private static <T> Map<String, T> values(RawValue raw, Entry<T> value) throws MismatchException {
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, RawValue> entry : mapping(raw).entries().entrySet()) {
            if (entry.getValue() instanceof RawValue.Pending) {
                continue; // Taken to be fine.
            }
            if (!(entry.getValue() instanceof RawValue.Scalar scalar) || isStructure(scalar.value())) {
                boolean keysMayBeShown =
                        raw instanceof RawValue.Mapping || Texts.plain(raw).isPresent();
                throw new MismatchException("is not a map of texts, numbers and booleans"
                        + (keysMayBeShown ? ": look at its key '" + entry.getKey() + "'" : ""));
            }
            values.put(entry.getKey(), value.of(scalar.value()));
        }
        return Collections.unmodifiableMap(values);
    }

    private static boolean isStructure(Value value) {
        return value instanceof Text text && text.type() == JsonType.JSON;
    }

    private static RawValue.Mapping mapping(RawValue raw) throws MismatchException {
        return raw instanceof RawValue.Mapping mapping ? mapping : JsonText.read(Texts.of(raw));
    }
}
