package dev.tokenport.workflow.run;

import dev.tokenport.workflow.TaskLink;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** A report as JSON. */
final class ReportJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    static String of(RunReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), text)) {
            json.writeStartObject();
            json.writeStringProperty("workflow", report.workflow());
            json.writeStringProperty("file", report.file());
            json.writeStringProperty("outcome", report.outcome().toString());
            json.writeStringProperty("started", report.started().toString());
            json.writeStringProperty("finished", report.finished().toString());
            writeOptional(json, "error", report.error());
            json.writeArrayPropertyStart("tasks");
            report.tasks().forEach(task -> write(json, task));
            json.writeEndArray();
            json.writeArrayPropertyStart("connections");
            report.links().forEach(link -> write(json, link));
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, TaskRecord task) {
        json.writeStartObject();
        json.writeStringProperty("id", task.id());
        json.writeStringProperty("label", task.label());
        json.writeStringProperty("operator", task.operator());
        json.writeStringProperty("status", task.status().toString());
        writeOptional(json, "started", task.started().map(Instant::toString));
        writeOptional(json, "finished", task.finished().map(Instant::toString));
        json.writeNumberProperty("taken", task.taken());
        json.writeNumberProperty("entities", task.entities());
        json.writeNumberProperty("rejects", task.rejects());
        json.writeNumberProperty("renewals", task.renewals());
        json.writeObjectPropertyStart("facts");
        for (Map.Entry<String, String> fact : task.facts().entrySet()) {
            json.writeStringProperty(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("warnings");
        task.warnings().forEach(json::writeString);
        json.writeEndArray();
        writeOptional(json, "error", task.error());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, TaskLink link) {
        json.writeStartObject();
        json.writeStringProperty("from", link.source());
        json.writeStringProperty("to", link.to());
        json.writeStringProperty("kind", link.kind().toString());
        json.writeEndObject();
    }

    private static void writeOptional(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(name, text.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    /** Two blanks per level and plain line ends, on every platform. */
    private static final class Indented extends ObjectWriteContext.Base {

        private final DefaultPrettyPrinter printer = new DefaultPrettyPrinter();

        Indented() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            printer.indentArraysWith(indenter);
            printer.indentObjectsWith(indenter);
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
