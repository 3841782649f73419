package dev.tokenport.workflow.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.JsonType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Changes of texts in many ways of writing. What comes out is read by a loader that the change does not use. */
final class TextEditPropertyTest {

    private static final int RUNS = 2_000;

    private static final String ABSENT = "new_one";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void set_ofAnyParameter_changesItsLinesOnly(String separator) throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            var workflow = new RandomWorkflow(random);
            if (workflow.spots().isEmpty()) {
                continue;
            }
            RandomWorkflow.Spot spot =
                    workflow.spots().get(random.nextInt(workflow.spots().size()));
            String value = RandomWorkflow.VALUES.get(random.nextInt(RandomWorkflow.VALUES.size()));
            String before = text(workflow, separator, random);

            String after = TextEdit.set(before, spot.place(), value, JsonType.STRING);

            assertThat(loaded(after)).as("seed %s", seed).isEqualTo(changed(before, spot.place(), Optional.of(value)));
            assertOthersUnchanged(seed, before, after, spot, separator);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void remove_ofAnyParameter_removesItsLinesOnly(String separator) throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            var workflow = new RandomWorkflow(random);
            if (workflow.spots().isEmpty()) {
                continue;
            }
            RandomWorkflow.Spot spot =
                    workflow.spots().get(random.nextInt(workflow.spots().size()));
            String before = text(workflow, separator, random);

            String after = TextEdit.remove(before, spot.place());

            assertThat(loaded(after)).as("seed %s", seed).isEqualTo(changed(before, spot.place(), Optional.empty()));
            assertOthersUnchanged(seed, before, after, spot, separator);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void set_ofNewParameter_keepsAllLinesAndIsUndoneByRemoval(String separator) throws Exception {
        for (int seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            String before = text(new RandomWorkflow(random), separator, random);
            String value = RandomWorkflow.VALUES.get(random.nextInt(RandomWorkflow.VALUES.size()));
            Place place = Place.of("t0", ABSENT);

            String after = TextEdit.set(before, place, value, JsonType.STRING);

            assertThat(loaded(after)).as("seed %s", seed).isEqualTo(changed(before, place, Optional.of(value)));
            if (!before.contains("t0: {")) {
                assertThat(lines(after, separator)).as("seed %s", seed).containsSubsequence(lines(before, separator));
            }
            if (before.contains("t0: {")
                    || map(map(map(loaded(before)).get("tasks")).get("t0")).get("parameters") != null) {
                assertThat(TextEdit.remove(after, place)).as("seed %s", seed).isEqualTo(before);
            }
        }
    }

    private static String text(RandomWorkflow workflow, String separator, Random random) {
        String text = String.join(separator, workflow.lines());
        return (random.nextInt(4) == 0 ? "\uFEFF" : "") + text + (random.nextInt(4) == 0 ? "" : separator);
    }

    private static List<String> lines(String text, String separator) {
        return List.of(text.split(separator, -1));
    }

    private static void assertOthersUnchanged(
            int seed, String before, String after, RandomWorkflow.Spot spot, String separator) {
        List<String> old = lines(before, separator);
        List<String> now = lines(after, separator);
        int behind = old.size() - 1 - spot.last();
        assertThat(now.subList(0, spot.first())).as("seed %s", seed).isEqualTo(old.subList(0, spot.first()));
        assertThat(now.subList(now.size() - behind, now.size()))
                .as("seed %s", seed)
                .isEqualTo(old.subList(spot.last() + 1, old.size()));
    }

    private static Object loaded(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text.replace("\uFEFF", ""));
    }

    private static Object changed(String before, Place place, Optional<String> value) {
        Map<Object, @Nullable Object> root = map(loaded(before));
        Map<Object, @Nullable Object> tasks = map(root.get("tasks"));
        root.put("tasks", tasks);
        Map<Object, @Nullable Object> task = map(tasks.get(place.task()));
        tasks.put(place.task(), task);
        boolean had = task.get("parameters") != null;
        Map<Object, @Nullable Object> parameters = had ? map(task.get("parameters")) : new LinkedHashMap<>();
        if (value.isPresent()) {
            parameters.put(place.keys().get(0), value.get());
        } else {
            parameters.remove(place.keys().get(0));
        }
        boolean flow = before.contains(place.task() + ": {");
        if (!parameters.isEmpty() || flow) {
            task.put("parameters", parameters);
        } else if (task.containsKey("parameters")) {
            task.put("parameters", null);
        }
        return root;
    }

    private static Map<Object, @Nullable Object> map(@Nullable Object node) {
        return new LinkedHashMap<>((Map<?, ?>) Objects.requireNonNull(node));
    }
}
