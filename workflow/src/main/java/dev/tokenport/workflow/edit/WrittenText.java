package dev.tokenport.workflow.edit;

import dev.tokenport.workflow.edit.WrittenNode.Entry;
import dev.tokenport.workflow.edit.WrittenNode.Style;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Finds the places of a YAML document's pieces in its text. For one thread, for one text. */
final class WrittenText {

    /** How many collections may stand in each other. */
    private static final int MAXIMUM_DEPTH = 50;

    private static final int MAXIMUM_CHARACTERS = 16 << 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MAXIMUM_CHARACTERS).build();

    private final String text;
    private final Iterator<Event> events;

    /** The offset of each character that YAML counts; empty if it counts as Java does. */
    private final int[] offsets;

    private WrittenText(String text) {
        this.text = text;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
        this.offsets = offsets(text);
    }

    /**
     * Reads the one document of a text that has no byte order mark; empty if there is none.
     *
     * @throws EditException if it is not YAML, or has several documents
     */
    static Optional<WrittenNode> read(String text) throws EditException {
        try {
            return new WrittenText(text).document();
        } catch (MarkedYamlEngineException e) {
            String place = e.getProblemMark()
                    .map(mark -> " in line " + (mark.getLine() + 1))
                    .orElse("");
            throw new EditException("the text is not YAML" + place + "; mend it there first");
        } catch (YamlEngineException e) {
            throw new EditException("the text is not YAML; mend it first");
        }
    }

    private Optional<WrittenNode> document() throws EditException {
        Optional<WrittenNode> root = Optional.empty();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                if (root.isPresent()) {
                    throw new EditException("the text has a second document; a workflow file holds one workflow");
                }
                root = Optional.of(node(events.next(), 0));
            }
        }
        return root;
    }

    private WrittenNode node(Event event, int depth) throws EditException {
        if (depth > MAXIMUM_DEPTH) {
            throw new EditException("more than " + MAXIMUM_DEPTH + " lists or mappings stand in each other");
        }
        if (event instanceof AliasEvent alias) {
            return new WrittenNode.Alias(alias.getAlias().getValue(), begin(alias), end(alias));
        }
        if (event instanceof ScalarEvent scalar) {
            Style style = style(scalar);
            int end = style == Style.BLOCK ? endOfBlock(end(scalar)) : end(scalar);
            return new WrittenNode.Scalar(scalar.getValue(), style, begin(scalar), end, anchor(scalar.getAnchor()));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        return start instanceof MappingStartEvent ? mapping(start, depth + 1) : sequence(start, depth + 1);
    }

    private WrittenNode sequence(CollectionStartEvent start, int depth) throws EditException {
        List<WrittenNode> items = new ArrayList<>();
        Event event = events.next();
        int last = end(start);
        for (; !(event instanceof CollectionEndEvent); event = events.next()) {
            WrittenNode item = node(event, depth);
            items.add(item);
            last = item.end();
        }
        int end = start.isFlow() ? end(event) : last;
        return new WrittenNode.Sequence(items, start.isFlow(), begin(start), end, anchor(start.getAnchor()));
    }

    private WrittenNode mapping(CollectionStartEvent start, int depth) throws EditException {
        List<Entry> entries = new ArrayList<>();
        Event event = events.next();
        int last = end(start);
        for (; !(event instanceof CollectionEndEvent); event = events.next()) {
            WrittenNode key = node(event, depth);
            Entry entry = new Entry(key, node(events.next(), depth));
            entries.add(entry);
            last = entry.value().end();
        }
        int end = start.isFlow() ? end(event) : last;
        return new WrittenNode.Mapping(entries, start.isFlow(), begin(start), end, anchor(start.getAnchor()));
    }

    /** The end of the last line that is not empty: where YAML sees the end of a block, empty lines and its line break are in it. */
    private int endOfBlock(int end) {
        int last = end;
        for (int i = end; i > 0 && Character.isWhitespace(text.charAt(i - 1)); i--) {
            if (text.charAt(i - 1) == '\n' || text.charAt(i - 1) == '\r') {
                last = i - 1;
            }
        }
        return last;
    }

    private static Optional<String> anchor(Optional<Anchor> anchor) {
        return anchor.map(Anchor::getValue);
    }

    private static Style style(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
            case PLAIN -> Style.PLAIN;
        };
    }

    private int begin(Event event) {
        return offset(event.getStartMark());
    }

    private int end(Event event) {
        return offset(event.getEndMark());
    }

    private int offset(Optional<Mark> mark) {
        int index = mark.orElseThrow().getIndex();
        return offsets.length == 0 ? index : offsets[index];
    }

    private static int[] offsets(String text) {
        if (text.codePointCount(0, text.length()) == text.length()) {
            return new int[0];
        }
        IntStream.Builder offsets = IntStream.builder();
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            offsets.add(i);
        }
        return offsets.add(text.length()).build().toArray();
    }
}
