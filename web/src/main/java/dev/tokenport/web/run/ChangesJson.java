package dev.tokenport.web.run;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What has changed in a run, as JSON on one line, for the script of its page. */
final class ChangesJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ChangesJson() {}

    static String of(Changes changes) {
        var text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("phase", changes.phase().toString());
            json.writeStringProperty("summary", changes.summary());
            json.writeStringProperty("waiting", changes.waiting());
            json.writeArrayPropertyStart("tasks");
            changes.tasks().forEach(task -> write(json, task));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, TaskStand task) {
        json.writeStartObject();
        json.writeNumberProperty("number", task.number());
        json.writeStringProperty("state", task.state());
        json.writeStringProperty("entities", task.entities());
        json.writeStringProperty("took", task.took());
        json.writeStringProperty("message", task.message());
        json.writeArrayPropertyStart("warnings");
        task.warnings().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }
}
