package dev.tokenport.integration.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page {@code docs/faults.md}; {@code make faults} writes it anew. */
final class FaultMatrixTest {

    private static final String PAGE = "docs/faults.md";

    @TempDir
    private Path folder;

    @Test
    void faults_all_areBorneAsThePageSays() throws Exception {
        List<Faults.Kind> kinds = Faults.all();
        List<Fault> faults =
                kinds.stream().flatMap(kind -> kind.faults().stream()).toList();
        Path root = Path.of(System.getProperty("tokenport.root", ".."));

        List<Matrix> matrices = ask(faults, Identities.in(folder));

        Path made = root.resolve("integration-tests/target");
        Files.write(
                made.resolve("faults-measured.txt"),
                matrices.stream()
                        .flatMap(matrix -> matrix.measurements().stream())
                        .toList());
        assertThat(matrices).flatExtracting(Matrix::complaints).isEmpty();
        Map<Fault, Map<Asker, Observation>> observed = new LinkedHashMap<>();
        matrices.forEach(matrix -> observed.putAll(matrix.observed()));
        String page = new FaultPage(kinds, observed).text();
        Files.writeString(made.resolve("faults.md"), page);
        if (Boolean.getBoolean("tokenport.faults.write")) {
            Files.writeString(root.resolve(PAGE), page);
        }
        assertThat(Files.readString(root.resolve(PAGE))).isEqualTo(page);
    }

    /** What is bulky is asked in a process of its own, so that its memory can be told from that of the rest. */
    private List<Matrix> ask(List<Fault> faults, Identities identities) throws Exception {
        var threads = Executors.newCachedThreadPool();
        try {
            List<Future<Matrix>> asked = List.of(
                    threads.submit(() -> ask(faults, identities, Fault.Load.LIGHT)),
                    threads.submit(() -> ask(faults, identities, Fault.Load.BODY, Fault.Load.HEADS)));
            List<Matrix> matrices = new ArrayList<>();
            for (Future<Matrix> matrix : asked) {
                matrices.add(matrix.get());
            }
            return matrices;
        } finally {
            threads.shutdownNow();
        }
    }

    private Matrix ask(List<Fault> faults, Identities identities, Fault.Load... loads) throws Exception {
        try (var client = AskingClient.started(folder)) {
            var matrix = new Matrix(client, identities);
            matrix.warmUp();
            for (Fault.Load load : loads) {
                matrix.ask(faults, load);
            }
            return matrix;
        }
    }
}
