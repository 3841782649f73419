package dev.tokenport.operators.dataset;

import dev.tokenport.operator.OperatorDescription;

/** The operator <em>Text dataset</em>: reads a text file, or writes its inputs to one. Thread-safe. */
public final class TextDataset implements Dataset<TextDatasetParameters> {

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "text-dataset", "Text dataset", "Read entities from a text file, or write entities to one.")
            .withDocumentation("""
                    Without an input, the task reads its file: each line is an entity with the path `text`, or the whole file is one. \
                    With inputs, it writes the values of the path `text`, in the order of their list, and gives what it wrote to the tasks \
                    behind it.

                    ```yaml
                    tasks:
                      queries:
                        operator: text-dataset
                        parameters: {file: queries.txt}
                      answers:
                        operator: http-request
                        inputs: queries
                        parameters: {url: "https://api.example.org/search?q={{ text }}"}
                    ```

                    - Lines end in LF, CRLF or CR, and are written with LF. A value with a line break in it becomes several lines.
                    - With the unit `whole` nothing is put between the values that are written.
                    - Numbers are written with their digits, arrays, objects and `null` as JSON text. Other paths than `text` are not written; \
                    an entity without that path is an error. The operator `transform` makes one, by renaming another or with a template.
                    """ + RULES)
            .withTags("WorkflowTask", "Dataset");

    /** The operator. */
    public TextDataset() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<TextDatasetParameters> parameters() {
        return TextDatasetParameters.class;
    }
}
