package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Parameter;

/**
 * The parameters of a JSON dataset.
 *
 * @param file the file
 */
public record JsonDatasetParameters(
        @Parameter(
                id = "file",
                label = "File",
                description =
                        "The JSON file, for example `orders.json`. A relative path starts at the folder of the workflow file. The folder of the file must exist.",
                mandatory = true)
        String file) {

    /** Checks the name. */
    public JsonDatasetParameters {
        DatasetFile.checkName(file);
    }
}
