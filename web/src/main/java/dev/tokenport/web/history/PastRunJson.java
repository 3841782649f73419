package dev.tokenport.web.history;

import dev.tokenport.workflow.semantics.RunOutcome;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What became of a run, as the JSON of one object. */
final class PastRunJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private PastRunJson() {}

    static String write(PastRun run) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("id", run.id());
            json.writeStringProperty("path", run.path());
            json.writeStringProperty("workflow", run.workflow());
            json.writeStringProperty("outcome", run.outcome().toString());
            json.writeStringProperty("started", run.started().toString());
            json.writeStringProperty("finished", run.finished().toString());
            json.writeNumberProperty("tasks", run.tasks());
            json.writeNumberProperty("entities", run.entities());
            run.error().ifPresent(error -> json.writeStringProperty("error", error));
            run.failed().ifPresent(task -> json.writeStringProperty("failed", task));
            json.writeBooleanProperty("reported", run.reported());
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /**
     * Reads what was written.
     *
     * @throws IOException if it is anything else
     */
    static PastRun read(String text) throws IOException {
        try {
            Map<String, String> values = values(text);
            return new PastRun(
                    required(values, "id"),
                    required(values, "path"),
                    required(values, "workflow"),
                    RunOutcome.valueOf(required(values, "outcome").toUpperCase(Locale.ROOT)),
                    Instant.parse(required(values, "started")),
                    Instant.parse(required(values, "finished")),
                    Integer.parseInt(required(values, "tasks")),
                    Long.parseLong(required(values, "entities")),
                    Optional.ofNullable(values.get("error")),
                    Optional.ofNullable(values.get("failed")),
                    Boolean.parseBoolean(required(values, "reported")));
        } catch (JacksonException | java.time.DateTimeException | IllegalArgumentException e) {
            throw new IOException("it is damaged", e);
        }
    }

    private static Map<String, String> values(String text) throws IOException {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("it is no JSON object");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                @Nullable JsonToken value = json.nextToken();
                if (value == null || !value.isScalarValue()) {
                    throw new IOException("'" + name + "' is damaged");
                }
                values.put(name, Objects.toString(json.getValueAsString(), ""));
            }
        }
        return values;
    }

    private static String required(Map<String, String> values, String name) throws IOException {
        @Nullable String value = values.get(name);
        if (value == null) {
            throw new IOException("'" + name + "' is missing");
        }
        return value;
    }
}
