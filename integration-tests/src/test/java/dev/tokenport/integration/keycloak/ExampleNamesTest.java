package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each example has its test in {@link ExamplesIT} or {@link GrantExamplesIT}, and its line in docs/examples.md. */
final class ExampleNamesTest {

    private static final Path ROOT = Path.of(System.getProperty("tokenport.root", ".."));

    /** What is beside the examples: their data and schema; and the demo's workflow, which DemoProcessIT runs. */
    private static final List<String> OTHERS = List.of("data", "demo.yaml", "tokenport-workflow.schema.json");

    @Test
    void examples_all_haveATest() throws Exception {
        List<String> tested = Stream.of(ExamplesIT.class, GrantExamplesIT.class)
                .flatMap(tests -> Stream.of(tests.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .map(name -> name.split("_", 2)[0])
                .sorted()
                .toList();

        assertThat(examples().stream().map(ExampleNamesTest::camelCase).sorted())
                .isEqualTo(tested);
    }

    @Test
    void examples_all_areToldOf() throws Exception {
        String page = Files.readString(ROOT.resolve("docs/examples.md"));

        assertThat(examples()).allSatisfy(name -> assertThat(page).contains("](../examples/" + name));
    }

    private static List<String> examples() throws Exception {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !OTHERS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static String camelCase(String file) {
        return Pattern.compile("-(.)")
                .matcher(file.replaceFirst("\\.[a-z]+$", ""))
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
