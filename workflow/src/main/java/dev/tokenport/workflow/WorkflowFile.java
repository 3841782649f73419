package dev.tokenport.workflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

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

        /** Checks that nothing is null. */
        public Setting {
            Objects.requireNonNull(task);
            Objects.requireNonNull(parameter);
            Objects.requireNonNull(value);
        }

        /**
         * Reads {@code TASK.PARAMETER=VALUE}.
         *
         * @throws IllegalArgumentException if it is not of this form; the message does not repeat the value
         */
        public static Setting parse(String text) {
            int equals = text.indexOf('=');
            int dot = text.indexOf('.');
            if (dot < 1 || equals < dot + 2) {
                String shown = equals < 0 ? "" : " '" + text.substring(0, equals) + "=…'";
                throw new IllegalArgumentException("--set" + shown + " is not TASK.PARAMETER=VALUE");
            }
            return new Setting(text.substring(0, dot), text.substring(dot + 1, equals), text.substring(equals + 1));
        }

        /** Never the value. */
        @Override
        public String toString() {
            return task + "." + parameter;
        }
    }

    /**
     * Reads a file's structure: YAML, keys, ids, references' syntax. Operators are not looked at; {@link Plan#of} does,
     * and {@link Plan#read} does both at once.
     *
     * @throws WorkflowException with every mistake found
     * @throws IOException if the file cannot be read
     */
    public static Workflow read(Path file) throws WorkflowException, IOException {
        Problems problems = new Problems(file.toString());
        Workflow workflow = read(file, problems);
        problems.throwIfAny();
        return workflow;
    }

    /**
     * Reads the text of a file, as {@link WorkflowYaml} writes it. Operators are not looked at, and a task may name others
     * that do not stand in it.
     *
     * @param file the name of the file, for messages
     * @param folder where relative paths start
     * @throws WorkflowException with every mistake found
     */
    public static Workflow parse(String text, String file, Path folder) throws WorkflowException {
        Problems problems = new Problems(file);
        SourceText source = SourceText.of(text);
        Workflow workflow = new WorkflowReader(file, folder, source, problems).read(YamlReader.read(source, problems));
        problems.throwIfAny();
        return workflow;
    }

    /** What can be read of a file; the mistakes are among the problems. */
    static Workflow read(Path file, Problems problems) throws WorkflowException, IOException {
        return read(file, SourceText.read(file, problems), problems);
    }

    /** What can be read of a file's text; the mistakes are among the problems. */
    static Workflow read(Path file, SourceText source, Problems problems) throws WorkflowException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        return new WorkflowReader(file.toString(), folder, source, problems).read(YamlReader.read(source, problems));
    }

    /**
     * The workflow with some values replaced. Whether a task has such a parameter, and whether its value may stand on a
     * command line, is checked by {@link Plan#of}.
     *
     * @throws WorkflowException naming each setting that does not fit
     */
    public static Workflow with(Workflow workflow, List<Setting> settings) throws WorkflowException {
        Problems problems = new Problems(workflow.file());
        Workflow result = Settings.apply(workflow, settings, problems);
        problems.throwIfAny();
        return result;
    }
}
