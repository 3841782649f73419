package dev.tokenport.workflow;

import dev.tokenport.workflow.YamlNode.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file with options for engines, {@code tokenport.yaml}: what it says, and where. Immutable. */
public final class EngineFile {

    /** How it is called. */
    public static final String NAME = "tokenport.yaml";

    /** No file. */
    public static final EngineFile NONE = new EngineFile(Map.of());

    private static final String TLS = "tls";
    private static final String QUEUES = "queues";
    private static final List<String> KEYS = List.of(
            "engine",
            "address",
            "namespace",
            "queue",
            QUEUES,
            "store",
            TLS,
            "api-key",
            "key-file",
            "folder",
            "parallel");
    private static final List<String> TLS_KEYS = List.of("ca", "cert", "key");

    private final Map<String, List<Value>> values;

    /**
     * A value. Prints no text: it may be a secret that stands in the wrong place.
     *
     * @param key its key; {@code tls.ca} for the key {@code ca} below {@code tls}
     * @param text the text
     * @param file the file
     * @param position where it stands there
     */
    public record Value(String key, String text, Path file, Position position) {

        @Override
        public String toString() {
            return file + ":" + position + ": " + key;
        }
    }

    private EngineFile(Map<String, List<Value>> values) {
        this.values = values;
    }

    /**
     * Reads a file; one that is not there says nothing.
     *
     * @throws WorkflowException with every mistake found
     * @throws IOException if it cannot be read
     */
    public static EngineFile read(Path file) throws WorkflowException, IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Problems problems = new Problems(file.toString());
        Optional<YamlNode> root = YamlReader.read(SourceText.read(file, problems), problems);
        Map<String, List<Value>> values = new LinkedHashMap<>();
        if (root.isPresent() && root.get() instanceof YamlNode.Mapping mapping) {
            new Reading(file, problems, values).read(mapping);
        } else if (root.isPresent() && !isNothing(root.get())) {
            problems.add(root.get().position(), "the file is " + root.get().kind() + "; write 'engine: NAME'");
        }
        problems.throwIfAny();
        return new EngineFile(values);
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlNode.Text text && text.isNothing();
    }

    /** The value of a key, if it has one. */
    public Optional<Value> value(String key) {
        return values(key).stream().findFirst();
    }

    /** The values of a key. */
    public List<Value> values(String key) {
        return values.getOrDefault(key, List.of());
    }

    /** Collects values. For one thread. */
    private static final class Reading {

        private final Path file;
        private final Problems problems;
        private final Map<String, List<Value>> values;
        private final Fields fields;

        Reading(Path file, Problems problems, Map<String, List<Value>> values) {
            this.file = file;
            this.problems = problems;
            this.values = values;
            this.fields = new Fields(problems);
        }

        void read(YamlNode.Mapping root) {
            fields.refuseUnknown(root, KEYS);
            root.entries().forEach((key, entry) -> {
                if (key.equals(TLS) && entry.value() instanceof YamlNode.Mapping files) {
                    tls(files, entry.key());
                } else if (key.equals(QUEUES) && entry.value() instanceof YamlNode.Sequence queues) {
                    queues.items().forEach(queue -> queue(QUEUES, new Entry(queue, queue.position())));
                } else if (key.equals(QUEUES) || key.equals("queue")) {
                    queue(key, entry);
                } else if (KEYS.contains(key)) {
                    text(key, key, entry);
                }
            });
            value(TLS)
                    .filter(value -> !List.of("true", "false").contains(value.text()))
                    .ifPresent(value -> problems.add(
                            value.position(),
                            "'tls' is neither true nor false, nor has it " + String.join(", ", TLS_KEYS)));
        }

        private void tls(YamlNode.Mapping files, Position position) {
            fields.refuseUnknown(files, TLS_KEYS);
            add(TLS, "true", position);
            files.entries().forEach((key, entry) -> {
                if (TLS_KEYS.contains(key)) {
                    text(TLS + "." + key, key, entry);
                }
            });
        }

        private void queue(String key, Entry entry) {
            fields.text(key, entry, "the name of a queue of workers").ifPresent(name -> {
                Position position = entry.value().position();
                QueueName.fault(name).ifPresent(fault -> problems.add(position, "'" + key + "' " + fault));
                add(key, name, position);
            });
        }

        private void text(String name, String key, Entry entry) {
            fields.text(key, entry, "a text")
                    .ifPresent(text -> add(name, text, entry.value().position()));
        }

        private void add(String key, String text, Position position) {
            values.computeIfAbsent(key, absent -> new ArrayList<>()).add(new Value(key, text, file, position));
        }

        private Optional<Value> value(String key) {
            return values.getOrDefault(key, List.of()).stream().findFirst();
        }
    }
}
