package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.resource.ResourceServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the distribution's examples, unchanged, with the variables that they ask for.
 *
 * @param folder the copy
 * @param variables the variables
 */
record ExampleFolder(Path folder, Map<String, String> variables) {

    /** What the distribution has. */
    static Path originals() {
        return Tokenport.distribution().resolve("examples");
    }

    /** Copies the examples into a folder. */
    static ExampleFolder in(Path folder, ResourceServer service) throws IOException {
        try (Stream<Path> files = Files.walk(originals())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(originals().relativize(file).toString());
                Files.createDirectories(copy.resolve("..").normalize());
                Files.copy(file, copy);
            }
        }
        return new ExampleFolder(
                folder,
                Map.of(
                        "OAUTH_TOKEN_URI",
                        service.tokenEndpoint().toString(),
                        "OAUTH_CLIENT_ID",
                        Realm.ORDERS_CLIENT,
                        "OAUTH_CLIENT_SECRET",
                        Realm.PLAIN_SECRET,
                        "API_URL",
                        service.url("")));
    }

    /** Runs an example, which must succeed without a warning, and shows no secret. */
    Tokenport.Ended run(String file, String... options) throws IOException, InterruptedException {
        return run(variables, file, options);
    }

    /** The same with other variables. */
    Tokenport.Ended run(Map<String, String> others, String file, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", file));
        arguments.addAll(List.of(options));
        return good(Tokenport.run(folder, others, arguments.toArray(String[]::new)));
    }

    /** Runs a shell script. */
    Tokenport.Ended shell(String file) throws IOException, InterruptedException {
        return good(Tokenport.execute(folder, variables, List.of("sh", file)));
    }

    /** The text of a file, or of one that an example wrote. */
    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static Tokenport.Ended good(Tokenport.Ended ended) {
        assertThat(ended.err()).doesNotContain("warning");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out() + ended.err()).doesNotContain(Realm.PLAIN_SECRET, "eyJ");
        return ended;
    }
}
