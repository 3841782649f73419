package dev.tokenport.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file with options for engines may hold. */
final class EngineFileTest {

    @TempDir
    private Path folder;

    @Test
    void file_withEverything_tellsValuesAndPlaces() throws Exception {
        EngineFile file = EngineFile.read(written("""
                engine: temporal
                address: temporal.example.org:7233
                namespace: orders
                queue: everywhere
                queues: [everywhere, zone-b]
                store: file:store
                tls: {ca: ca.pem, cert: client.pem, key: client.key}
                api-key: env:KEY
                key-file: temporal.key
                folder: files
                parallel: 4
                """));

        assertThat(text(
                        file,
                        "engine",
                        "address",
                        "namespace",
                        "queue",
                        "store",
                        "api-key",
                        "key-file",
                        "folder",
                        "parallel"))
                .containsExactly(
                        "temporal",
                        "temporal.example.org:7233",
                        "orders",
                        "everywhere",
                        "file:store",
                        "env:KEY",
                        "temporal.key",
                        "files",
                        "4");
        assertThat(text(file, "tls", "tls.ca", "tls.cert", "tls.key"))
                .containsExactly("true", "ca.pem", "client.pem", "client.key");
        assertThat(file.values("queues")).extracting(EngineFile.Value::text).containsExactly("everywhere", "zone-b");
        assertThat(file.value("store").orElseThrow()).hasToString(folder.resolve("tokenport.yaml") + ":6:8: store");
    }

    @Test
    void file_thatIsMissingOrEmpty_saysNothing() throws Exception {
        assertThat(EngineFile.read(folder.resolve("tokenport.yaml"))).isSameAs(EngineFile.NONE);
        assertThat(EngineFile.read(written("# nothing yet\n")).value("engine")).isEmpty();
    }

    @Test
    void mistakes_areToldWithTheirPlacesAndNearestNames() throws Exception {
        assertThat(mistakes("""
                engin: temporal
                tls: {certificate: x}
                queue: "a\\nb"
                queues: [a, [b]]
                address: [x]
                namespace:
                """))
                .containsExactly(
                        "1:1: unknown key 'engin'; did you mean 'engine'?",
                        "2:7: unknown key 'certificate'; the keys here are 'ca', 'cert', 'key'",
                        "3:8: 'queue' has the character U+000A, which a queue's name cannot have",
                        "4:13: 'queues' is a list; write the name of a queue of workers",
                        "5:10: 'address' is a list; write a text",
                        "6:11: 'namespace' is empty; write a text");
        assertThat(mistakes("tls: yes\n"))
                .containsExactly("1:6: 'tls' is neither true nor false, nor has it ca, cert, key");
        assertThat(mistakes("- engine\n")).containsExactly("1:1: the file is a list; write 'engine: NAME'");
    }

    private List<String> mistakes(String text) throws IOException {
        try {
            EngineFile.read(written(text));
            return List.of();
        } catch (WorkflowException e) {
            return WorkflowText.mistakes(e);
        }
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("tokenport.yaml"), text);
    }

    private static List<String> text(EngineFile file, String... keys) {
        return List.of(keys).stream()
                .map(key -> file.value(key).orElseThrow().text())
                .toList();
    }
}
