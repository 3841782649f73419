package dev.tokenport.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads workflow files. */
public final class WorkflowFile {

    private WorkflowFile() {}

    /**
     * A value given on the command line, {@code TASK.PARAMETER=VALUE}; it takes the place of the one in the file.
     *
     * @param task the task's id
     * @param parameter the parameter's address
     * @param value the text form, with references
     */
    public record Setting(String task, String parameter, String value) {

        /** Never the value. */
        @Override
        public String toString() {
            return task + "." + parameter;
        }
    }

    /**
     * Reads a file's structure: YAML, keys, ids, references' syntax. Operators are not looked at; {@link Plan#of} does.
     *
     * @throws WorkflowException with every mistake found
     * @throws IOException if the file cannot be read
     */
    public static Workflow read(Path file) throws WorkflowException, IOException {
        throw new UnsupportedOperationException(file.toString());
    }

    /**
     * The workflow with some values replaced.
     *
     * @throws WorkflowException naming each setting that does not fit
     */
    public static Workflow with(Workflow workflow, List<Setting> settings) throws WorkflowException {
        throw new UnsupportedOperationException(workflow.name());
    }
}
