package dev.tokenport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entities;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.spool.EntitySink;
import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.EntityStore;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreCipher;
import dev.tokenport.workflow.store.StoreKey;
import dev.tokenport.workflow.store.StoredOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store does. */
public abstract class StoreContract {

    private static final Schema SCHEMA = new Schema("row", List.of(Schema.Path.of("name"), Schema.Path.of("age")));
    private static final StoreKey KEY = new StoreKey("run-1", "orders", 2, OutputPort.MAIN);

    /** The store; each test has an empty one, of which every call gives the same. */
    protected abstract OctetStore store();

    /** A cipher as it is in the product. */
    protected abstract StoreCipher cipher();

    private EntityStore entities() {
        return new EntityStore(store(), cipher());
    }

    @Test
    final void entities_thatWereSealed_areReadAsTheyWere() throws Exception {
        List<Entity> written = List.of(
                Entity.of("urn:1", SCHEMA, List.of(Value.of("Änn \uD83D\uDE00"), new Value.Text("3", JsonType.NUMBER))),
                Entity.of("", Schema.of("other"), List.of()));

        write(entities(), KEY, Optional.of(SCHEMA), written);

        assertThat(read(KEY)).isEqualTo(written);
        try (Entities read = entities().read(KEY)) {
            assertThat(read.schema()).contains(SCHEMA);
        }
    }

    @Test
    final void entities_inTheStore_areNotInTheClear() throws Exception {
        Entity canary = person("the canary sings");

        write(entities(), KEY, Optional.of(SCHEMA), List.of(canary, canary));

        try (InputStream in = store().read(KEY)) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .doesNotContain("canary")
                    .doesNotContain("name");
        }
    }

    @Test
    final void entities_ofAnotherKey_cannotBeRead() throws Exception {
        write(entities(), KEY, Optional.of(SCHEMA), List.of(person("Ann")));
        var other = new StoreKey("run-1", "orders", 3, OutputPort.MAIN);
        StoredOutput moved = store().write(other);
        try (InputStream in = store().read(KEY)) {
            in.transferTo(moved.stream());
        }
        moved.stream().close();
        moved.seal();

        assertThatThrownBy(() -> read(other))
                .isInstanceOf(IOException.class)
                .hasMessage("it cannot be decrypted: it was altered");
    }

    @Test
    final void output_thatIsNotSealed_isNotThere() throws Exception {
        StoredOutput output = store().write(KEY);
        output.stream().write(random(9 << 20));
        output.stream().close();

        assertThatThrownBy(() -> store().read(KEY)).isInstanceOf(IOException.class);

        output.abandon();
        assertThatThrownBy(() -> store().read(KEY)).isInstanceOf(IOException.class);
    }

    @Test
    final void output_thatIsAbandoned_leavesNothing() throws Exception {
        StoredOutput sealed = store().write(KEY);
        sealed.stream().close();
        sealed.seal();
        sealed.abandon();
        StoredOutput output = store().write(new StoreKey("run-2", "orders", 1, OutputPort.MAIN));
        output.stream().write(random(9 << 20));

        output.abandon();
        store().remove("run-1");
        store().remove("run-2");

        assertThat(store().runs()).isEmpty();
    }

    @Test
    final void output_ofManyParts_isReadAsItWas() throws Exception {
        byte[] octets = random((17 << 20) + 3);
        StoredOutput output = store().write(KEY);
        output.stream().write(octets, 0, 5);
        output.stream().write(octets, 5, octets.length - 5);
        output.stream().close();

        output.seal();

        try (InputStream in = store().read(KEY)) {
            assertThat(in.readAllBytes()).isEqualTo(octets);
        }
        try (InputStream in = store().read(KEY)) {
            assertThat(in.read()).isEqualTo(octets[0] & 0xff);
        }
    }

    @Test
    final void attempts_ofOneTask_leaveEachOtherAlone() throws Exception {
        EntitySink givenUp = entities().write(new StoreKey("run-1", "orders", 1, OutputPort.MAIN), Optional.empty());
        write(entities(), KEY, Optional.empty(), List.of(person("Ann")));

        givenUp.add(person("Bob"));
        givenUp.seal();

        assertThat(read(KEY)).isEqualTo(List.of(person("Ann")));
    }

    @Test
    final void remove_ofARun_leavesTheOthers() throws Exception {
        var other = new StoreKey("run-10", "orders", 1, OutputPort.REJECTS);
        write(entities(), KEY, Optional.empty(), List.of());
        write(entities(), other, Optional.empty(), List.of());
        store().write(new StoreKey("run-1", "late", 1, OutputPort.MAIN)).stream()
                .write(random(9 << 20));

        entities().remove("run-1");
        entities().remove("run-3");

        assertThat(store().runs()).containsOnlyKeys("run-10");
        assertThat(read(other)).isEmpty();
        assertThatThrownBy(() -> read(KEY)).isInstanceOf(IOException.class);
    }

    @Test
    final void sweep_removesTheRunsOfWhichNobodyHasHold() throws Exception {
        EntityStore entities = entities();
        var held = new StoreKey("run-2", "orders", 1, OutputPort.MAIN);
        write(entities, KEY, Optional.empty(), List.of());
        write(entities, held, Optional.empty(), List.of());
        Instant written = changed("run-2");

        assertThat(entities.sweep(written.minus(Duration.ofDays(1)))).isEmpty();
        try (EntityStore.Hold hold = entities.hold("run-2")) {
            assertThat(hold).isNotNull();
            assertThat(entities.sweep(written.plus(Duration.ofDays(1)))).containsExactly("run-1");
        }
        assertThat(read(held)).isEmpty();
        assertThat(entities.sweep(written.plus(Duration.ofDays(1)))).containsExactly("run-2");
        assertThat(store().runs()).isEmpty();
    }

    @Test
    final void touch_ofARun_makesItYounger() throws Exception {
        write(entities(), KEY, Optional.empty(), List.of());
        Instant written = changed("run-1");

        while (!changed("run-1").isAfter(written)) {
            store().touch("run-1");
        }

        assertThat(read(KEY)).isEmpty();
        entities().remove("run-1");
        assertThat(store().runs()).isEmpty();
    }

    @Test
    final void names_thatLeadElsewhere_areRefused() {
        assertThatThrownBy(() -> store().remove("..")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().remove("")).isInstanceOf(IllegalArgumentException.class);
    }

    private Instant changed(String run) throws IOException {
        return Objects.requireNonNull(store().runs().get(run), run);
    }

    private static Entity person(String name) {
        return Entity.of("", SCHEMA, List.of(Value.of(name), Value.of("3")));
    }

    /** Octets that nothing compresses, the same each time. */
    private static byte[] random(int length) {
        byte[] octets = new byte[length];
        new Random(7).nextBytes(octets);
        return octets;
    }

    private static void write(EntityStore store, StoreKey key, Optional<Schema> schema, List<Entity> entities)
            throws IOException {
        EntitySink sink = store.write(key, schema);
        for (Entity entity : entities) {
            sink.add(entity);
        }
        sink.seal();
    }

    private List<Entity> read(StoreKey key) throws IOException, OperatorException, InterruptedException {
        List<Entity> read = new ArrayList<>();
        try (Entities entities = entities().read(key)) {
            for (Entity entity = entities.next(); entity != null; entity = entities.next()) {
                read.add(entity);
            }
        }
        return read;
    }
}
