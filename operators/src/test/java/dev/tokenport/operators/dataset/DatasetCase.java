package dev.tokenport.operators.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operators.format.TextFormat;
import dev.tokenport.testkit.TestContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** A folder and datasets in it. */
abstract class DatasetCase {

    @TempDir
    Path folder = Path.of("");

    TestContext context() {
        return TestContext.in(folder);
    }

    void given(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content, UTF_8);
    }

    String content(String file) throws IOException {
        return Files.readString(folder.resolve(file), UTF_8);
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    Output json(String file, Entities... inputs) throws OperatorException, InterruptedException {
        return json(file, "", inputs);
    }

    Output json(String file, String pointer, Entities... inputs) throws OperatorException, InterruptedException {
        return json(file, pointer, encoding("UTF-8"), inputs);
    }

    Output json(String file, String pointer, Encoding encoding, Entities... inputs)
            throws OperatorException, InterruptedException {
        var parameters = new JsonDatasetParameters(file, pointer, JsonDatasetParameters.Layout.AUTO, encoding);
        return new JsonDataset().execute(parameters, new Inputs(List.of(inputs)), context());
    }

    Output csv(String file, Entities... inputs) throws OperatorException, InterruptedException {
        return csv(csvParameters(file, ",", "\"", "UTF-8"), inputs);
    }

    Output csv(CsvDatasetParameters parameters, Entities... inputs) throws OperatorException, InterruptedException {
        return new CsvDataset().execute(parameters, new Inputs(List.of(inputs)), context());
    }

    Output text(String file, TextFormat.Unit unit, Entities... inputs) throws OperatorException, InterruptedException {
        var parameters = new TextDatasetParameters(file, unit, encoding("UTF-8"));
        return new TextDataset().execute(parameters, new Inputs(List.of(inputs)), context());
    }

    static Encoding encoding(String charset) {
        return new Encoding(charset, Compression.AUTO);
    }

    static CsvDatasetParameters csvParameters(String file, String separator, String quote, String charset) {
        return new CsvDatasetParameters(file, true, "", separator, quote, "", 0, encoding(charset));
    }

    static Entities open(Output output) throws OperatorException, InterruptedException {
        return ((Output.OnDemand) output).opener().open();
    }

    static List<Entity> all(Output output) throws OperatorException, InterruptedException {
        List<Entity> entities = new ArrayList<>();
        try (Entities stream = open(output)) {
            for (Entity entity = stream.next(); entity != null; entity = stream.next()) {
                entities.add(entity);
            }
        }
        return entities;
    }

    static Entity entity(String... namesAndTexts) {
        List<String> names = new ArrayList<>();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            names.add(namesAndTexts[i]);
            values.add(Value.of(namesAndTexts[i + 1]));
        }
        return Entity.of("", Schema.of("", names.toArray(String[]::new)), values);
    }

    /** A stream whose schema is not known beforehand. */
    static Entities stream(Entity... entities) {
        return new Unknown(List.of(entities), "");
    }

    /** A stream that fails behind its last entity. */
    static Entities failing(String message, Entity... entities) {
        return new Unknown(List.of(entities), message);
    }

    private static final class Unknown implements Entities {

        private final List<Entity> rest;
        private final String failure;

        Unknown(List<Entity> entities, String failure) {
            this.rest = new ArrayList<>(entities);
            this.failure = failure;
        }

        @Override
        public Optional<Schema> schema() {
            return Optional.empty();
        }

        @Override
        public @Nullable Entity next() throws OperatorException {
            if (rest.isEmpty() && !failure.isEmpty()) {
                throw new OperatorException(failure);
            }
            return rest.isEmpty() ? null : rest.remove(0);
        }

        @Override
        public void close() {}
    }
}
