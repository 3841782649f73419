package dev.tokenport.integration.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workflow without a network: it copies a CSV file into a CSV and a JSON file. */
final class CopyWorkflow {

    static final String NAME = "copy.yaml";
    static final int ROWS = 5_000;

    private CopyWorkflow() {}

    /** Writes it into a folder, with what it reads. */
    static Path write(Path folder) throws IOException {
        Files.writeString(folder.resolve("in.csv"), rows(), StandardCharsets.UTF_8);
        return Files.writeString(folder.resolve(NAME), """
                workflow: copy
                tasks:
                  in: {operator: csv-dataset, parameters: {file: in.csv}}
                  csv: {operator: csv-dataset, inputs: in, parameters: {file: out.csv}}
                  json: {operator: json-dataset, inputs: in, parameters: {file: out.json}}
                """);
    }

    /** What it reads, and writes as CSV. */
    static String rows() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(i -> i + ",Straße Iıİi " + i + "." + i % 10)
                .collect(Collectors.joining("\n", "id,text\n", "\n"));
    }

    /** The names of the files in a folder. */
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
