package dev.tokenport.workflow;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A piece of a YAML document, with its place. Immutable. */
sealed interface YamlNode {

    /** Where it begins. */
    Position position();

    /** How many nodes it stands for, aliases counted as what they stand for. */
    long size();

    /** How many collections stand in each other in it. */
    int height();

    /** What it is, as the user calls it. */
    String kind();

    /**
     * A scalar; prints no text.
     *
     * @param text its characters
     * @param plain whether it is written without quotes
     */
    record Text(String text, boolean plain, Position position) implements YamlNode {

        @Override
        public long size() {
            return 1;
        }

        @Override
        public int height() {
            return 0;
        }

        /** Whether nothing, {@code ~} or {@code null} is written, without quotes. */
        boolean isNothing() {
            return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
        }

        @Override
        public String kind() {
            return isNothing() ? "empty" : "a text";
        }

        @Override
        public String toString() {
            return "Text[" + position + "]";
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Position position, long size, int height) implements YamlNode {

        static Sequence of(List<YamlNode> items, Position position) {
            long size = 1;
            int height = 0;
            for (YamlNode item : items) {
                size += item.size();
                height = Math.max(height, item.height());
            }
            return new Sequence(List.copyOf(items), position, size, height + 1);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** The value of a key, and where the key stands. */
    record Entry(YamlNode value, Position key) {}

    /** A mapping, in order. */
    record Mapping(Map<String, Entry> entries, Position position, long size, int height) implements YamlNode {

        /** A mapping of these entries, which nobody changes any more. */
        static Mapping of(Map<String, Entry> entries, Position position) {
            long size = 1;
            int height = 0;
            for (Entry entry : entries.values()) {
                size += 1 + entry.value().size();
                height = Math.max(height, entry.value().height());
            }
            return new Mapping(Collections.unmodifiableMap(entries), position, size, height + 1);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }
}
