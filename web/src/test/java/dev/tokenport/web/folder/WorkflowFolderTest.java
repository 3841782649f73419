package dev.tokenport.web.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkflowFolderTest {

    private static final String ORDERS = "workflow: orders\ntasks: {}\n";

    @TempDir
    Path place;

    private Path root;
    private WorkflowFolder folder;

    @BeforeEach
    void make() throws IOException {
        root = Files.createDirectory(place.toRealPath().resolve("root"));
        folder = new WorkflowFolder(root);
    }

    @Test
    void list_ofAFolder_hasTheWorkflowsAtAllDepths() throws IOException {
        write("b.yaml", ORDERS);
        write("a/c/d.yml", ORDERS);
        write("faulty.yaml", "tasks: [\n");
        write("flow.yaml", "{workflow: x, tasks: {}}");
        write("with mark and ünïcode.yaml", "\uFEFFworkflow: x\n");

        assertThat(folder.list())
                .isEqualTo(new Listing(
                        List.of("a/c/d.yml", "b.yaml", "faulty.yaml", "flow.yaml", "with mark and ünïcode.yaml"),
                        false));
    }

    @Test
    void list_ofAFolder_leavesOutWhatIsNoWorkflow() throws IOException {
        write("tokenport.yaml", "engine: temporal\n");
        write("compose.yaml", "services:\n  a:\n    tasks: 1\n");
        write("notes.txt", ORDERS);
        write("empty.yaml", "");
        write(".hidden.yaml", ORDERS);
        write(".git/x.yaml", ORDERS);
        write("a/node_modules/x.yaml", ORDERS);
        write("target/x.yaml", ORDERS);
        Files.write(root.resolve("binary.yaml"), new byte[] {'w', (byte) 0xff, 0});
        Files.createDirectory(root.resolve("folder.yaml"));

        assertThat(folder.list()).isEqualTo(new Listing(List.of(), false));
    }

    @Test
    void list_ofALargeFolder_isCutAndSaysSo() throws IOException {
        for (int i = 0; i <= Search.MOST; i++) {
            write(i + ".yaml", ORDERS);
        }

        Listing listing = folder.list();

        assertThat(listing.paths()).hasSize(Search.MOST);
        assertThat(listing.isCut()).isTrue();
    }

    @Test
    void read_ofAWorkflow_hasItsTextAndTheHashOfItsOctets() throws IOException {
        write("a/orders.yaml", ORDERS);

        WorkflowText text = folder.read("a/orders.yaml");

        assertThat(text)
                .isEqualTo(new WorkflowText(
                        "a/orders.yaml",
                        root.resolve("a/orders.yaml"),
                        ORDERS,
                        Sha256.hex(ORDERS.getBytes(StandardCharsets.UTF_8))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.yaml",
                "a/../../secret.yaml",
                "a/../orders.yaml",
                "./orders.yaml",
                "..",
                ".",
                "",
                "/etc/passwd",
                "ABSOLUTE",
                "..\\secret.yaml",
                "a\\orders.yaml",
                "orders.yaml\0",
                "\0",
                ".hidden.yaml",
                ".git/x.yaml",
                "a",
                "secret",
                "none.yaml",
                "orders.yaml/",
                "a//orders.yaml"
            })
    void read_ofAPathThatIsNoWorkflowOfTheFolder_isRefused(String path) throws IOException {
        Files.writeString(root.resolveSibling("secret.yaml"), ORDERS);
        write("orders.yaml", ORDERS);
        write("a/orders.yaml", ORDERS);
        write(".hidden.yaml", ORDERS);
        write(".git/x.yaml", ORDERS);
        write("secret", ORDERS);
        String asked = path.replace("ABSOLUTE", root.resolve("orders.yaml").toString());

        assertThatThrownBy(() -> folder.read(asked)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void read_throughASymbolicLink_staysInTheFolder() throws IOException {
        Path outside = Files.createDirectory(root.resolveSibling("outside"));
        Files.writeString(outside.resolve("secret.yaml"), ORDERS);
        write("a/orders.yaml", ORDERS);
        write(".git/x.yaml", ORDERS);
        Files.createSymbolicLink(root.resolve("file.yaml"), outside.resolve("secret.yaml"));
        Files.createSymbolicLink(root.resolve("folder"), outside);
        Files.createSymbolicLink(root.resolve("hidden.yaml"), root.resolve(".git/x.yaml"));
        Files.createSymbolicLink(root.resolve("inside.yaml"), root.resolve("a/orders.yaml"));

        assertThat(folder.find("file.yaml")).isEmpty();
        assertThat(folder.find("folder/secret.yaml")).isEmpty();
        assertThat(folder.find("hidden.yaml")).isEmpty();
        assertThat(folder.find("inside.yaml")).hasValue(root.resolve("a/orders.yaml"));
        assertThat(folder.list().paths()).containsExactly("a/orders.yaml", "inside.yaml");
    }

    @Test
    void read_ofAFileThatIsNoWorkflow_showsNothingOfIt() throws IOException {
        write("compose.yaml", "services:\n  db:\n    environment: {PASSWORD: canary}\n");

        assertThatThrownBy(() -> folder.read("compose.yaml"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("compose.yaml: the file is no workflow: it has neither 'workflow:' nor 'tasks:'");
    }

    @Test
    void read_ofAFileThatIsNoText_isRefused() throws IOException {
        Files.write(root.resolve("latin.yaml"), "workflow: b\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> folder.read("latin.yaml")).hasMessage("latin.yaml: it is not in UTF-8");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
