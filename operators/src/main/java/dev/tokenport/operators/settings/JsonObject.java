package dev.tokenport.operators.settings;

import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.operator.Value.Text;
import dev.tokenport.secret.Secret;
import java.io.StringWriter;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A nested mapping as one value of JSON; a secret if a part of it is one. */
final class JsonObject {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonObject() {}

    static Value of(RawValue.Mapping mapping) {
        return hasSecret(mapping)
                ? Value.of(Secret.from("a mapping with secrets", () -> text(mapping)))
                : new Text(text(mapping), JsonType.JSON);
    }

    private static boolean hasSecret(RawValue.Mapping mapping) {
        return mapping.entries().values().stream()
                .anyMatch(raw -> raw instanceof RawValue.Mapping nested
                        ? hasSecret(nested)
                        : raw instanceof RawValue.Scalar scalar && scalar.value() instanceof SecretValue);
    }

    private static String text(RawValue.Mapping mapping) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(mapping, generator);
        }
        return text.toString();
    }

    private static void write(RawValue.Mapping mapping, JsonGenerator generator) {
        generator.writeStartObject();
        for (Map.Entry<String, RawValue> entry : mapping.entries().entrySet()) {
            generator.writeName(entry.getKey());
            if (entry.getValue() instanceof RawValue.Mapping nested) {
                write(nested, generator);
            } else if (entry.getValue() instanceof RawValue.Scalar scalar) {
                write(scalar.value(), generator);
            } else {
                generator.writeNull();
            }
        }
        generator.writeEndObject();
    }

    private static void write(Value value, JsonGenerator generator) {
        if (value instanceof SecretValue secret) {
            generator.writeString(secret.secret().reveal());
        } else if (value instanceof Text text && text.type() != JsonType.STRING) {
            generator.writeRawValue(text.text());
        } else if (value instanceof Text text) {
            generator.writeString(text.text());
        }
    }
}
