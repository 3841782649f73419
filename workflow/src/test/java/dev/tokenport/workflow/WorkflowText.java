package dev.tokenport.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes workflows for tests, and says what is wrong with them. */
final class WorkflowText {

    static final String AUTH = """
              auth:
                operator: token
                parameters: {token_url: 'https://idp.example.org/token', client_secret: '${env:SECRET}'}
            """;

    private WorkflowText() {}

    /** Writes a file as it is. */
    static Path file(Path folder, String yaml) throws IOException {
        return Files.writeString(folder.resolve("orders.yaml"), yaml);
    }

    /** Writes a workflow of these tasks, the first of which begins in line 3. */
    static Path tasks(Path folder, String tasks) throws IOException {
        return file(folder, "workflow: x\ntasks:\n" + tasks);
    }

    /** The plan of these tasks. */
    static Plan plan(Path folder, String tasks) throws WorkflowException, IOException {
        return Plan.read(tasks(folder, tasks), List.of(), SampleOperators.all());
    }

    /** What is wrong with these tasks, as {@code LINE:COLUMN: message}. */
    static List<String> mistakes(Path folder, String tasks) throws IOException {
        try {
            plan(folder, tasks);
            return List.of();
        } catch (WorkflowException e) {
            return mistakes(e);
        }
    }

    /** What is wrong with a file when it is read. */
    static List<String> mistakes(Path file) throws IOException {
        try {
            WorkflowFile.read(file);
            return List.of();
        } catch (WorkflowException e) {
            return mistakes(e);
        }
    }

    /** The mistakes without the file. */
    static List<String> mistakes(WorkflowException exception) {
        return exception.problems().stream()
                .map(problem -> problem.position() + ": " + problem.message())
                .toList();
    }
}
