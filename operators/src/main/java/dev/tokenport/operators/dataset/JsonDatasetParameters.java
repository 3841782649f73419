package dev.tokenport.operators.dataset;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operators.format.JsonRecords;
import dev.tokenport.service.file.FileName;
import dev.tokenport.service.json.JsonFormat;
import dev.tokenport.service.json.JsonPointer;
import dev.tokenport.service.json.JsonRows;
import java.util.regex.Pattern;

/**
 * The parameters of a JSON dataset.
 *
 * @param file the file
 * @param pointer where the objects are
 * @param layout one JSON value, or one per line
 * @param encoding how the file is kept
 */
public record JsonDatasetParameters(
        @Parameter(
                id = "file",
                label = "File",
                description =
                        "The JSON file, for example `orders.json`, `orders.ndjson` or `orders.json.gz`. A relative path starts at the folder of the workflow file. The folder of the file must exist.",
                mandatory = true)
        String file,

        @Parameter(
                id = "pointer",
                label = "Pointer",
                description =
                        "Where the array of objects, or the one object, is in the file: a JSON pointer (RFC 6901) such as `/data/items`. Empty: the whole file. When writing, the array is put there, so that it can be read with the same pointer.")
        String pointer,

        @Parameter(
                id = "format",
                label = "Format",
                description =
                        "`json` is one JSON value; `ndjson` is one JSON value on each line (NDJSON, JSON Lines); `auto` is `ndjson` if the name of the file ends in `.ndjson` or `.jsonl` (also with `.gz` behind it), otherwise `json`.",
                defaultValue = "auto",
                advanced = true)
        Layout layout,

        @Embedded Encoding encoding)
        implements DatasetParameters {

    private static final Pattern LINES =
            Pattern.compile(".*\\.(ndjson|jsonl)(\\.gz)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** One JSON value, or one per line. */
    public enum Layout {
        /** As the name of the file says. */
        AUTO,
        /** One JSON value. */
        JSON,
        /** One JSON value per line. */
        NDJSON
    }

    /** Checks the values. */
    public JsonDatasetParameters {
        FileName.check("file", file);
        JsonPointer.of("pointer", pointer);
    }

    @Override
    public JsonRecords format() {
        boolean lines = layout == Layout.NDJSON
                || (layout == Layout.AUTO && LINES.matcher(file).matches());
        return new JsonRecords(JsonFormat.of(JsonRows.Scalars.REFUSED)
                .in(lines ? JsonFormat.Layout.LINES : JsonFormat.Layout.ONE_VALUE)
                .at(JsonPointer.of("pointer", pointer))
                .in(encoding.characterSet()));
    }
}
