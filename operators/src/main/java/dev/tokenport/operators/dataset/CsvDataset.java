package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.RunContext;

/** The operator <em>CSV dataset</em>: reads a CSV file, or writes its inputs to one. Thread-safe. */
public final class CsvDataset implements Dataset<CsvDatasetParameters> {

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "csv-dataset", "CSV dataset", "Read entities from a CSV file, or write entities to one.")
            .withDocumentation("""
                    Without an input, the task reads its file: the first row names the columns, each further row is an entity. With \
                    inputs, it writes them, in the order of their list, and gives what it wrote to the tasks behind it.

                    ```yaml
                    tasks:
                      customers:
                        operator: csv-dataset
                        parameters: {file: customers.csv}
                      details:
                        operator: http-request
                        inputs: customers
                        parameters: {url: "https://api.example.org/customers/{{ id }}"}
                      file:
                        operator: csv-dataset
                        inputs: details
                        parameters: {file: details.csv, separator: ";"}
                    ```

                    - All values are read as strings. An empty field has no value; a quoted empty field (`""`) is the empty string.
                    - A row with more or fewer fields than the header is an error with its line. Empty lines are skipped.
                    - Without a header (`header: false`) the columns have the names in `columns`, or are `column_1`, `column_2` and so on.
                    - The columns written are those of the first entity; columns that later entities add are appended, and \
                    no value is lost. Numbers are written with their digits, arrays, objects and `null` as JSON text, and several values of one path as a \
                    JSON array. Lines end in LF.
                    - No entity at all gives the header alone where the columns are known, otherwise an empty file.
                    """ + RULES)
            .withTags("WorkflowTask", "Dataset");

    /** The operator. */
    public CsvDataset() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<CsvDatasetParameters> parameters() {
        return CsvDatasetParameters.class;
    }

    @Override
    public Output execute(CsvDatasetParameters parameters, Inputs inputs, RunContext context)
            throws OperatorException, InterruptedException {
        if (parameters.skipLines() > 0 && !inputs.isEmpty()) {
            throw new OperatorException("skip_lines " + parameters.skipLines()
                    + " is only for reading, but the task has an input and writes its file");
        }
        return Dataset.super.execute(parameters, inputs, context);
    }
}
