package dev.tokenport.benchmarks.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What is written by hand for one file: CSV to JSON and back, with the same libraries and nothing between them. */
final class BareCopy {

    private BareCopy() {}

    /** Copies the first file as JSON to the second, and that as CSV to the third. */
    public static void main(String[] arguments) throws IOException {
        List<String> columns = toJson(Path.of(arguments[0]), Path.of(arguments[1]));
        toCsv(columns, Path.of(arguments[1]), Path.of(arguments[2]));
    }

    private static List<String> toJson(Path csv, Path json) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(csv);
                OutputStream out = Files.newOutputStream(json);
                JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            List<String> columns = List.of();
            generator.writeStartArray();
            for (CsvRecord row : rows) {
                if (columns.isEmpty()) {
                    columns = row.getFields();
                } else {
                    write(columns, row, generator);
                }
            }
            generator.writeEndArray();
            return columns;
        }
    }

    private static void write(List<String> columns, CsvRecord row, JsonGenerator generator) {
        generator.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            String field = row.getField(i);
            if (!field.isEmpty()) {
                generator.writeName(columns.get(i));
                generator.writeString(field);
            }
        }
        generator.writeEndObject();
    }

    private static void toCsv(List<String> columns, Path json, Path csv) throws IOException {
        Map<String, Integer> positions = new HashMap<>();
        columns.forEach(name -> positions.put(name, positions.size()));
        try (InputStream in = Files.newInputStream(json);
                JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in);
                CsvWriter writer =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(csv)) {
            writer.writeRecord(columns);
            @Nullable String[] row = new String[columns.size()];
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Arrays.fill(row, null);
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    int position = Objects.requireNonNull(positions.get(parser.currentName()));
                    parser.nextToken();
                    row[position] = parser.getString();
                }
                writer.writeRecord(row);
            }
        }
    }
}
