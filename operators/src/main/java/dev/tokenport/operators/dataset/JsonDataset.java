package dev.tokenport.operators.dataset;

import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.service.KnownFaults;
import dev.tokenport.service.json.JsonPointer;
import java.util.List;

/** The operator <em>JSON dataset</em>: reads a JSON file, or writes its inputs to one. Thread-safe. */
public final class JsonDataset implements Dataset<JsonDatasetParameters> {

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "json-dataset", "JSON dataset", "Read entities from a JSON file, or write entities to one.")
            .withDocumentation("""
                    Without an input, the task reads its file: an array of objects, each of which is an entity, or one object. With \
                    inputs, it writes them, in the order of their list, as an array of objects, and gives what it wrote to \
                    the tasks behind it.

                    ```yaml
                    tasks:
                      orders:
                        operator: http-request
                        parameters: {url: https://api.example.org/orders}
                      file:
                        operator: json-dataset
                        inputs: orders
                        parameters: {file: orders.json}
                    ```

                    - Nothing is lost between reading and writing: the order of members, the digits of numbers, nested arrays and \
                    objects, `null`, and members that are missing in some objects. A path with several values is written as an array.
                    - With a `pointer`, the objects may be anywhere in the file: `/data/items` in `{"data": {"items": [{"id": 1}]}}`. A pointer \
                    that leads nowhere is an error. When writing, the array is put there, into nested objects.
                    - A file that ends in `.ndjson` or `.jsonl` has one JSON value on each line, to which the pointer applies; blank lines are skipped.
                    - No entity at all gives the empty array `[]`, or no line.
                    - A character that the `charset` does not have is escaped.
                    - A file that is not JSON, has a member twice in one object, or holds something else than objects is an error \
                    with its line and column.
                    """ + RULES)
            .withTags("WorkflowTask", "Dataset");

    /** The operator. */
    public JsonDataset() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<JsonDatasetParameters> parameters() {
        return JsonDatasetParameters.class;
    }

    @Override
    public List<ParameterFault> faults(KnownParameters known) {
        return new KnownFaults(known)
                .of("pointer", pointer -> JsonPointer.of("pointer", pointer))
                .found();
    }
}
