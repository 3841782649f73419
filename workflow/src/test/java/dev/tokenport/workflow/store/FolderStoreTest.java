package dev.tokenport.workflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.OutputPort;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder is beside what every store is. */
final class FolderStoreTest {

    private static final StoreKey KEY = new StoreKey("run-1", "orders", 2, OutputPort.MAIN);

    @TempDir
    private Path folder;

    @Test
    void output_thatWasSealed_isAFileForItsOwner() throws Exception {
        StoredOutput output = new FolderStore(folder).write(KEY);
        output.stream().write(7);
        output.stream().close();
        assertThat(folder.resolve("runs/run-1/orders/2")).doesNotExist();
        output.seal();

        assertThat(folder.resolve("runs/run-1/orders/2")).hasBinaryContent(new byte[] {7});
        assertThat(folder.resolve("runs/run-1/orders")).isDirectoryNotContaining("glob:**.part");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("runs/run-1"))))
                .isEqualTo("rwx------");
    }

    @Test
    void output_whoseThreadIsInterrupted_isWhole() throws Exception {
        StoredOutput output = new FolderStore(folder).write(KEY);
        Thread.currentThread().interrupt();
        output.stream().write(7);
        output.stream().close();
        output.seal();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("runs/run-1/orders/2")).hasBinaryContent(new byte[] {7});
    }

    @Test
    void output_whereThereIsOne_isNotReplaced() throws Exception {
        StoredOutput output = new FolderStore(folder).write(KEY);
        output.stream().close();
        Files.writeString(folder.resolve("runs/run-1/orders/2"), "there");

        assertThatThrownBy(output::seal).isInstanceOf(FileAlreadyExistsException.class);

        output.abandon();
        assertThat(folder.resolve("runs/run-1/orders/2")).hasContent("there");
        assertThat(folder.resolve("runs/run-1/orders")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void folder_thatIsNotThere_isNotMade() {
        var store = new FolderStore(folder.resolve("not mounted"));

        assertThatThrownBy(() -> store.write(KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not mounted: the folder of the store is not there");
        assertThatThrownBy(store::check).hasMessageContaining("the folder of the store is not there");
        assertThat(folder.resolve("not mounted")).doesNotExist();
    }

    @Test
    void touch_ofARunThatHasEnded_makesNothing() throws Exception {
        var store = new FolderStore(folder);

        store.touch("run-1");

        assertThat(store.runs()).isEmpty();
        assertThatThrownBy(() -> new StoreKey("../x", "orders", 1, OutputPort.MAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'../x' cannot be a name in a store");
    }
}
