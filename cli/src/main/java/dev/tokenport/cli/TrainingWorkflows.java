package dev.tokenport.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The workflows that {@link Rehearsal} runs: the demo's, and others with so many entities and so many tasks that Java learns
 * what is worth compiling, which from 25 on it keeps too.
 */
final class TrainingWorkflows {

    private static final int ENTITIES = 50_000;
    private static final int TASKS = 5_000;
    private static final String STREAM = """
            workflow: stream
            tasks:
              source:
                operator: csv-dataset
                parameters: {file: entities.csv}
              between:
                operator: json-dataset
                inputs: source
                parameters: {file: entities.json}
              copy:
                operator: csv-dataset
                inputs: between
                parameters: {file: copy.csv}
            """;

    private static final List<String> REMARKS =
            List.of("call before 9", "", "\"Müller, Jörg\"", "none", "\"two\nlines, \"\"quoted\"\"\"", "paid", "gift");

    private TrainingWorkflows() {}

    /** Writes them to a folder, with their data. */
    static List<Path> in(Path folder) throws IOException {
        Path demo = folder.resolve("demo.yaml");
        DemoCommand.copyWorkflow(demo);
        writeEntities(folder.resolve("entities.csv"));
        return List.of(
                demo,
                Files.writeString(folder.resolve("stream.yaml"), STREAM),
                Files.writeString(folder.resolve("chain.yaml"), chain()));
    }

    private static String chain() {
        var chain = new StringBuilder("workflow: chain\ntasks:\n");
        for (int i = 0; i < TASKS; i++) {
            chain.append("  step-").append(i).append(":\n    operator: set-parameters\n");
            chain.append("    parameters: {parameters: {note: step ").append(i).append("}}\n");
            if (i > 0) {
                chain.append("    after: step-").append(i - 1).append('\n');
            }
        }
        return chain.toString();
    }

    private static void writeEntities(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,name,place,time,amount,remark\n");
            for (int i = 0; i < ENTITIES; i++) {
                String remark = REMARKS.get(i % REMARKS.size());
                out.write(i + ",Anna Schmidt,København,2026-01-01T12:30:00Z," + i % 997 + ".50," + remark + "\n");
            }
        }
    }
}
