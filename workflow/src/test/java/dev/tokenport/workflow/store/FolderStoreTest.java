package dev.tokenport.workflow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.run.spool.EntitySink;
import dev.tokenport.workflow.run.spool.SpoolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderStoreTest {

    private static final Schema SCHEMA = new Schema("row", List.of(Schema.Path.of("name"), Schema.Path.of("age")));
    private static final StoreKey KEY = new StoreKey("run-1", "orders", 2, OutputPort.MAIN);

    @TempDir
    private Path folder;

    @Test
    void entities_thatWereSealed_areReadAsTheyWere() throws Exception {
        var store = new FolderStore(folder);
        List<Entity> entities = List.of(
                Entity.of("urn:1", SCHEMA, List.of(Value.of("Änn \uD83D\uDE00"), new Value.Text("3", JsonType.NUMBER))),
                Entity.of("", Schema.of("other"), List.of()));

        write(store, KEY, Optional.of(SCHEMA), entities);

        assertThat(read(store, KEY)).isEqualTo(entities);
        try (Entities read = store.read(KEY)) {
            assertThat(read.schema()).contains(SCHEMA);
        }
        assertThat(folder.resolve("runs/run-1/orders/2")).isRegularFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("runs/run-1"))))
                .isEqualTo("rwx------");
    }

    @Test
    void entities_thatAreNotSealed_areNotThere() throws Exception {
        var store = new FolderStore(folder);
        store.write(KEY, Optional.empty()).add(Entity.of("", SCHEMA, List.of(Value.of("Ann"), Value.of("3"))));

        assertThatThrownBy(() -> store.read(KEY)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void attempts_ofOneTask_leaveEachOtherAlone() throws Exception {
        var store = new FolderStore(folder);
        EntitySink givenUp = store.write(new StoreKey("run-1", "orders", 1, OutputPort.MAIN), Optional.empty());
        List<Entity> entities = List.of(Entity.of("", SCHEMA, List.of(Value.of("Ann"), Value.of("3"))));
        write(store, KEY, Optional.empty(), entities);

        givenUp.add(Entity.of("", SCHEMA, List.of(Value.of("Bob"), Value.of("4"))));
        givenUp.seal();

        assertThat(read(store, KEY)).isEqualTo(entities);
    }

    @Test
    void file_thatWasCutOff_isNoFaultOfItsReader() throws Exception {
        var store = new FolderStore(folder);
        write(store, KEY, Optional.empty(), List.of(Entity.of("", SCHEMA, List.of(Value.of("Ann"), Value.of("3")))));
        Path file = folder.resolve("runs/run-1/orders/2");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 9));

        assertThatThrownBy(() -> read(store, KEY)).isInstanceOf(SpoolException.class);
    }

    @Test
    void remove_ofARun_leavesTheOthers() throws Exception {
        var store = new FolderStore(folder);
        var other = new StoreKey("run-2", "orders", 1, OutputPort.REJECTS);
        write(store, KEY, Optional.empty(), List.of());
        write(store, other, Optional.empty(), List.of());

        store.remove("run-1");
        store.remove("run-3");

        assertThat(folder.resolve("runs")).isDirectoryContaining(path -> path.endsWith("run-2"));
        assertThat(folder.resolve("runs/run-1")).doesNotExist();
        assertThat(read(store, other)).isEmpty();
    }

    @Test
    void folder_thatIsNotThere_isNotMade() {
        var store = new FolderStore(folder.resolve("not mounted"));

        assertThatThrownBy(() -> store.write(KEY, Optional.empty()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not mounted: the folder of the store is not there");
        assertThat(folder.resolve("not mounted")).doesNotExist();
    }

    @Test
    void names_thatLeadElsewhere_areRefused() {
        var store = new FolderStore(folder);

        assertThatThrownBy(() -> new StoreKey("../x", "orders", 1, OutputPort.MAIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'../x' cannot be a name in a store");
        assertThatThrownBy(() -> store.remove("..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.remove("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void write(FolderStore store, StoreKey key, Optional<Schema> schema, List<Entity> entities)
            throws IOException {
        EntitySink sink = store.write(key, schema);
        for (Entity entity : entities) {
            sink.add(entity);
        }
        sink.seal();
    }

    private static List<Entity> read(FolderStore store, StoreKey key)
            throws IOException, OperatorException, InterruptedException {
        List<Entity> read = new ArrayList<>();
        try (Entities entities = store.read(key)) {
            for (Entity entity = entities.next(); entity != null; entity = entities.next()) {
                read.add(entity);
            }
        }
        return read;
    }
}
