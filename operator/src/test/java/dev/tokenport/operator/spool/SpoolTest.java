package dev.tokenport.operator.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {

    private static final Schema ORDERS = Schema.of("Order", "id", "note");

    @TempDir
    private Path folder;

    @Test
    void entities_ofAllTypes_comeBackAsTheyWere() throws Exception {
        Entity typed = new Entity(
                "urn:1",
                ORDERS,
                List.of(
                        List.of(new Value.Text("1.50", JsonType.NUMBER), new Value.Text("true", JsonType.BOOLEAN)),
                        List.of(new Value.Text("{\"a\": null}", JsonType.JSON))));
        Entity other = Entity.of("", Schema.of("", "ä"), List.of(Value.of("€ \uD83D\uDE00 \uD800 \u0000")));
        Entity empty = new Entity("urn:3", ORDERS, List.of(List.of(), List.of(Value.of(""))));

        List<Entity> read;
        try (Spool spool = spool(typed, other, empty)) {
            read = readAll(spool);
        }

        assertThat(read).containsExactly(typed, other, empty);
    }

    @Test
    void schema_withTypedPaths_comesBack() throws Exception {
        Schema schema =
                new Schema(Schema.PARAMETER_SETTINGS, List.of(new Schema.Path("a", Schema.PathType.NUMBER, true)));
        Entity entity = Entity.of(Schema.PARAMETER, schema, List.of(new Value.Text("1", JsonType.NUMBER)));

        try (Spool spool = spool(entity)) {
            assertThat(readAll(spool)).containsExactly(entity);
        }
    }

    @Test
    void few_entities_needNoFile() throws Exception {
        try (Spool spool = spool(order(1))) {
            assertThat(readAll(spool)).containsExactly(order(1));
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void many_entities_standInAFileOnlyTheOwnerReadsUntilClosed() throws Exception {
        Entity[] orders =
                Stream.iterate(1, i -> i + 1).limit(5000).map(SpoolTest::order).toArray(Entity[]::new);

        try (Spool spool = spool(orders)) {
            assertThat(files()).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                    .isEqualTo("rw-------");
            assertThat(readAll(spool)).containsExactly(orders);
            assertThat(readAll(spool)).containsExactly(orders);
            assertThat(spool.first()).contains(order(1));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void sweep_ofADeadProcess_deletesItsFilesOnly() throws Exception {
        Path own = new SpoolFolder(folder).newFile();
        String name = String.valueOf(own.getFileName());
        String pid = "-" + ProcessHandle.current().pid() + "-";
        Path reused = Files.createFile(folder.resolve(name.replaceFirst(pid + "[0-9]+-", pid + "1-")));
        Path dead = Files.createFile(folder.resolve(name.replaceFirst(pid, "-999999999-")));
        Path elsewhere = Files.createFile(folder.resolve(name.replaceFirst("-[0-9a-f]+" + pid, "-1-999999999-")));
        Path foreign = Files.createFile(folder.resolve("tokenport-notes.spool"));

        new SpoolFolder(folder).sweep(Instant.EPOCH);

        assertThat(files()).containsExactlyInAnyOrder(own, elsewhere, foreign).doesNotContain(dead, reused);
    }

    private static Entity order(int number) {
        return Entity.of("urn:order", ORDERS, List.of(Value.of("order " + number), Value.of("a note")));
    }

    private Spool spool(Entity... entities) throws IOException {
        Spool spool = new Spool(new SpoolFolder(folder), Optional.of(ORDERS));
        for (Entity entity : entities) {
            spool.add(entity);
        }
        spool.seal();
        return spool;
    }

    private static List<Entity> readAll(Spool spool) throws IOException, OperatorException, InterruptedException {
        List<Entity> all = new ArrayList<>();
        try (Entities entities = spool.open()) {
            for (Entity entity = entities.next(); entity != null; entity = entities.next()) {
                all.add(entity);
            }
        }
        return all;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
