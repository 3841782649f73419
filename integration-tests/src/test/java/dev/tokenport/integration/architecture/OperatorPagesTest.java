package dev.tokenport.integration.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.OperatorPage;
import dev.tokenport.operator.OperatorRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages under {@code docs/operators/}; {@code tokenport docs --output docs/operators} writes them anew. */
final class OperatorPagesTest {

    @Test
    void docs_committed_equalTheCode() throws Exception {
        Path folder = Product.root().resolve("docs/operators");
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                committed.put(file.getFileName().toString(), Files.readString(file));
            }
        }

        Map<String, String> generated =
                OperatorPage.all(OperatorRegistry.load(getClass().getClassLoader()));

        assertThat(committed).isEqualTo(new TreeMap<>(generated));
    }
}
