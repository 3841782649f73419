package dev.tokenport.silk.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.JsonType;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.spool.SpoolFolder;
import dev.tokenport.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.silkframework.config.MetaData;
import org.silkframework.config.PlainTask;
import org.silkframework.config.TaskSpec;
import org.silkframework.entity.EntitySchema;
import org.silkframework.entity.Restriction;
import org.silkframework.entity.ValueType;
import org.silkframework.entity.ValueType$;
import org.silkframework.entity.paths.TypedPath;
import org.silkframework.entity.paths.UntypedPath;
import org.silkframework.execution.local.GenericEntityTable;
import org.silkframework.execution.local.LocalEntities;
import org.silkframework.runtime.iterator.CloseableIterator$;
import org.silkframework.util.Identifier;
import org.silkframework.util.Uri;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag$;

final class EntitiesTest {

    private static final ValueType$ TYPES = ValueType$.MODULE$;

    private final OutputEntities output;

    EntitiesTest(@TempDir Path folder) {
        this.output = new OutputEntities(new SpoolFolder(folder), Optional.empty());
    }

    @Test
    void input_valuesOfTypedPaths_haveTheirTypesInJson() throws Exception {
        var input = input(
                List.of(path("name", TYPES.STRING()), path("count", TYPES.INT()), path("paid", TYPES.BOOLEAN())),
                List.of(List.of("Ada"), List.of("7", "NaN"), List.of("true")));

        Entity entity = Objects.requireNonNull(input.next());

        assertThat(entity.values("name")).containsExactly(Value.of("Ada"));
        assertThat(entity.values("count")).containsExactly(new Value.Text("7", JsonType.NUMBER), Value.of("NaN"));
        assertThat(entity.values("paid")).containsExactly(new Value.Text("true", JsonType.BOOLEAN));
        assertThat(entity.uri()).isEqualTo("urn:row");
        assertThat(entity.schema().type()).isEqualTo("Order");
        assertThat(input.next()).isNull();
    }

    @Test
    void input_namesThatSilkHasEncoded_areDecoded() throws Exception {
        var input = input(
                List.of(path("First+Name", TYPES.STRING()), path("http://ex.org/a%20b", TYPES.STRING())),
                List.of(List.of("Ada"), List.of("x")));

        assertThat(input.schema().orElseThrow().paths().stream()
                        .map(Schema.Path::name)
                        .toList())
                .containsExactly("First Name", "http://ex.org/a%20b");
    }

    @Test
    void input_twoPathsOfOneName_countTheFirst() throws Exception {
        var input = input(
                List.of(path("id", TYPES.STRING()), path("id", TYPES.INT())), List.of(List.of("a"), List.of("1")));

        assertThat(Objects.requireNonNull(input.next()).values("id")).containsExactly(Value.of("a"));
    }

    @Test
    void output_typesOfColumns_areThoseOfAllValues() throws Exception {
        add("whole", number("1"), number("2"));
        add("decimal", number("1"), number("2.5"));
        add("exponent", number("1e3"));
        add("truth", new Value.Text("true", JsonType.BOOLEAN));
        add("mixed", number("1"), Value.of("x"));
        add("empty", new Value.Text("null", JsonType.JSON));
        add("json", new Value.Text("[1]", JsonType.JSON));

        assertThat(Sequences.list(output.columns().schema().typedPaths()).stream()
                        .map(TypedPath::valueType)
                        .toList())
                .containsExactly(
                        TYPES.INTEGER(),
                        TYPES.DECIMAL(),
                        TYPES.STRING(),
                        TYPES.BOOLEAN(),
                        TYPES.STRING(),
                        TYPES.STRING(),
                        TYPES.STRING());
    }

    @Test
    void output_entityWithoutAUri_getsOne() throws Exception {
        add("a", Value.of("1"));
        output.add(Entity.of("urn:own", Schema.of("", "a"), List.of(Value.of("2"))));
        output.seal();

        var rows = OutputTable.of(output, task(), () -> {}).entities();

        assertThat(rows.next().uri().uri()).isEqualTo("urn:instance:orders:1");
        assertThat(rows.next().uri().uri()).isEqualTo("urn:own");
        assertThat(rows.hasNext()).isFalse();
    }

    @Test
    void output_nameThatIsNoUri_isEncodedAndReadBack() throws Exception {
        add("First Name (all)", Value.of("Ada"));
        output.seal();

        var table = OutputTable.of(output, task(), () -> {});
        var back = new InputEntities(table);

        assertThat(table.entitySchema().typedPaths().apply(0).normalizedSerialization())
                .isEqualTo("First+Name+%28all%29");
        assertThat(Objects.requireNonNull(back.next()).values("First Name (all)"))
                .containsExactly(Value.of("Ada"));
    }

    @Test
    void output_secretsTooManyForMemory_areNotPutIntoAFile() throws Exception {
        for (int i = 0; i < OutputEntities.IN_MEMORY; i++) {
            add("token", Value.of(Secret.of("s" + i)));
        }

        assertThatThrownBy(() -> add("token", Value.of(Secret.of("one more"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("its entities with secrets are too many for memory, and a secret is never put into a"
                        + " file");
    }

    @Test
    void output_longTexts_comeBackInTheirOrder() throws Exception {
        String text = "x".repeat(OutputEntities.CHARACTERS_IN_MEMORY);
        add("a", Value.of(text));
        add("a", Value.of("2"));
        add("b", Value.of("3"));
        output.seal();

        var rows = OutputTable.of(output, task(), () -> {}).entities();

        assertThat(output.inMemory()).hasSize(1);
        assertThat(Sequences.list(rows.next().values().apply(0))).containsExactly(text);
        assertThat(Sequences.list(rows.next().values().apply(0))).containsExactly("2");
        assertThat(Sequences.list(rows.next().values().apply(1))).containsExactly("3");
        assertThat(rows.hasNext()).isFalse();
    }

    private void add(String path, Value... values) throws OperatorException {
        output.add(new Entity("", Schema.of("", path), List.of(List.of(values))));
    }

    private static Value number(String text) {
        return new Value.Text(text, JsonType.NUMBER);
    }

    private static TypedPath path(String name, ValueType type) {
        return new TypedPath(UntypedPath.apply(new Uri(name)).operators(), type, false);
    }

    private static PlainTask<TaskSpec> task() {
        @SuppressWarnings("NullAway") // What the task does is nobody's business here.
        var task = new PlainTask<TaskSpec>(
                new Identifier("orders"), null, MetaData.empty(), ClassTag$.MODULE$.apply(TaskSpec.class));
        return task;
    }

    private static InputEntities input(List<TypedPath> paths, List<List<String>> values) {
        var schema = new EntitySchema(
                new Uri("Order"), Sequences.of(paths), Restriction.empty(), UntypedPath.empty(), false);
        List<Seq<String>> columns =
                values.stream().<Seq<String>>map(Sequences::of).toList();
        var row = org.silkframework.entity.Entity.apply(new Uri("urn:row"), Sequences.of(columns), schema);
        LocalEntities table = new GenericEntityTable(
                CloseableIterator$.MODULE$.apply(
                        CollectionConverters.asScala(List.of(row).iterator()), () -> {}),
                schema,
                task(),
                Sequences.of(List.of()));
        return new InputEntities(table);
    }
}
