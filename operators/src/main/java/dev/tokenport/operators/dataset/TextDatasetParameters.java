package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operators.format.TextFormat;
import dev.tokenport.service.file.FileName;

/**
 * The parameters of a text dataset.
 *
 * @param file the file
 * @param unit what one entity is
 * @param encoding how the file is kept
 */
public record TextDatasetParameters(
        @Parameter(
                id = "file",
                label = "File",
                description =
                        "The text file, for example `names.txt`. A relative path starts at the folder of the workflow file. The folder of the file must exist.",
                mandatory = true)
        String file,

        @Parameter(
                id = "unit",
                label = "Unit",
                description = "What one entity is: each of the `lines`, without its end, or the `whole` file.",
                defaultValue = "lines")
        TextFormat.Unit unit,

        @Embedded Encoding encoding)
        implements DatasetParameters {

    /** Checks the name. */
    public TextDatasetParameters {
        FileName.check("file", file);
    }

    @Override
    public TextFormat format() {
        return new TextFormat(unit, encoding.characterSet());
    }
}
