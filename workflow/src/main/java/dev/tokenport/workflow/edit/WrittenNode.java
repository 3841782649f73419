package dev.tokenport.workflow.edit;

import java.util.List;
import java.util.Optional;

/** A piece of a YAML document as it is written: aliases stay aliases, and both of its ends are known. Immutable. */
sealed interface WrittenNode {

    /** The offset of its first character, which is that of its anchor if it has one. */
    int begin();

    /** The offset behind it; of a collection that is written without brackets, behind the last thing in it. */
    int end();

    /** The name that aliases call it by. */
    Optional<String> anchor();

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    /** A text; prints no text. */
    record Scalar(String text, Style style, int begin, int end, Optional<String> anchor) implements WrittenNode {

        /** Whether nothing, {@code ~} or {@code null} is written, without quotes. */
        boolean isNothing() {
            return style == Style.PLAIN && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        @Override
        public String toString() {
            return "Scalar[" + begin + ", " + end + "]";
        }
    }

    /** What an anchor stands for. */
    record Alias(String name, int begin, int end) implements WrittenNode {

        @Override
        public Optional<String> anchor() {
            return Optional.empty();
        }
    }

    /** A list. */
    record Sequence(List<WrittenNode> items, boolean flow, int begin, int end, Optional<String> anchor)
            implements WrittenNode {

        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** A mapping; a key that stands in it twice is there twice. */
    record Mapping(List<Entry> entries, boolean flow, int begin, int end, Optional<String> anchor)
            implements WrittenNode {

        /** Copies the list. */
        public Mapping {
            entries = List.copyOf(entries);
        }

        /**
         * The entry of a key.
         *
         * @throws EditException if there is more than one
         */
        Optional<Entry> entry(String key) throws EditException {
            List<Entry> found =
                    entries.stream().filter(entry -> entry.isCalled(key)).toList();
            if (found.size() > 1) {
                throw new EditException("'" + key + "' stands in the file twice; remove one there");
            }
            return found.stream().findFirst();
        }
    }

    /** A key and its value. */
    record Entry(WrittenNode key, WrittenNode value) {

        boolean isCalled(String name) {
            return key instanceof Scalar scalar && scalar.text().equals(name);
        }
    }
}
