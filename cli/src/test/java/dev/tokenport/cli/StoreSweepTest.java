package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.encryption.KeyFile;
import dev.tokenport.encryption.OctetCipher;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.EntityStore;
import dev.tokenport.workflow.store.FolderStore;
import dev.tokenport.workflow.store.StoreKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a worker sweeps when it starts. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class StoreSweepTest {

    @TempDir
    private Path folder;

    private final CommandLineProcess process = new CommandLineProcess();
    private EntityStore store;

    @BeforeEach
    void makeStore() throws Exception {
        Path key = folder.resolve("key");
        KeyFile.create(key);
        store = new EntityStore(new FolderStore(folder), new KeyFileStoreCipher(OctetCipher.read(key)));
    }

    @Test
    void runs_thatAreOlderThanWasSaid_areRemovedAndNamed() throws Exception {
        write("old", 31);
        write("young", 29);
        write("held", 31);
        Session session = Session.in(process.world());

        try (EntityStore.Hold hold = store.hold("held");
                StoreSweep sweep = StoreSweep.begin(session, store, Duration.ofDays(30))) {
            assertThat(List.of(hold, sweep)).doesNotContainNull();
            while (process.err().isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }

        assertThat(process.err()).isEqualTo("store: removed what 1 run had left for 30 days: old\n");
        assertThat(folder.resolve("runs"))
                .isDirectoryContaining("glob:**/young")
                .isDirectoryContaining("glob:**/held");
        assertThat(folder.resolve("runs/old")).doesNotExist();
    }

    private void write(String run, int daysAgo) throws IOException {
        store.write(new StoreKey(run, "task", 1, OutputPort.MAIN), Optional.empty())
                .seal();
        Instant then = process.world().time().now().minus(Duration.ofDays(daysAgo));
        try (Stream<Path> files = Files.walk(folder.resolve("runs").resolve(run))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(then));
            }
        }
    }
}
