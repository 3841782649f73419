package dev.tokenport.workflow;

import dev.tokenport.workflow.YamlNode.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes nodes of a YAML 1.2 document. Built on the parser's events rather than on its nodes, so that depth and aliases are
 * bounded while they are read, and every duplicate key is found. For one thread.
 */
final class YamlReader {

    /** How many collections may stand in each other. */
    static final int MAXIMUM_DEPTH = 50;

    /** How many nodes the aliases of a file may stand for. */
    static final int MAXIMUM_ALIASED = 100_000;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(SourceText.MAXIMUM_BYTES).build();

    private final Problems problems;
    private final Iterator<Event> events;
    private final Map<Anchor, Optional<YamlNode>> anchors = new HashMap<>();
    private long aliased;

    private YamlReader(SourceText source, Problems problems) {
        this.problems = problems;
        this.events = new Parse(SETTINGS).parseString(source.text()).iterator();
    }

    /**
     * Reads the one document of a text; empty if there is none.
     *
     * @throws WorkflowException if the text is not YAML; with that one mistake
     */
    static Optional<YamlNode> read(SourceText source, Problems problems) throws WorkflowException {
        YamlReader reader = new YamlReader(source, problems);
        try {
            return reader.document();
        } catch (MarkedYamlEngineException e) {
            Position position = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(YamlReader::position)
                    .orElse(Position.START);
            throw problems.only(position, "not YAML: " + oneLine(e.getProblem()));
        } catch (ReaderException e) {
            int offset = source.text().offsetByCodePoints(0, e.getPosition());
            throw problems.only(
                    source.positionAt(offset),
                    String.format(Locale.ROOT, "the character U+%04X is not allowed", e.getCodePoint()));
        } catch (YamlEngineException e) {
            throw problems.only(Position.START, "not YAML: " + oneLine(String.valueOf(e.getMessage())));
        }
    }

    private Optional<YamlNode> document() throws WorkflowException {
        Optional<YamlNode> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (root.isPresent()) {
                    throw problems.only(
                            position(event), "a second document begins here; a workflow file holds one workflow");
                }
                root = Optional.of(node(events.next(), 0));
            }
        }
        return root;
    }

    private YamlNode node(Event event, int depth) throws WorkflowException {
        if (event instanceof AliasEvent alias) {
            return aliased(alias, depth);
        }
        Optional<Anchor> anchor = event instanceof NodeEvent named ? named.getAnchor() : Optional.empty();
        anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
        YamlNode node;
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), scalar);
            node = new YamlNode.Text(scalar.getValue(), scalar.isPlain(), position(scalar));
        } else {
            CollectionStartEvent collection = (CollectionStartEvent) event;
            refuseTag(collection.getTag(), collection);
            checkDepth(depth + 1, position(collection));
            node = collection instanceof MappingStartEvent
                    ? mapping(position(collection), depth + 1)
                    : sequence(position(collection), depth + 1);
        }
        anchor.ifPresent(name -> anchors.put(name, Optional.of(node)));
        return node;
    }

    private YamlNode.Sequence sequence(Position position, int depth) throws WorkflowException {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            items.add(node(event, depth));
        }
        return YamlNode.Sequence.of(items, position);
    }

    private YamlNode.Mapping mapping(Position position, int depth) throws WorkflowException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event instanceof NodeEvent; event = events.next()) {
            Position at = position(event);
            YamlNode key = node(event, depth);
            Entry entry = new Entry(node(events.next(), depth), at);
            if (!(key instanceof YamlNode.Text name)) {
                problems.add(at, "a key is " + key.kind() + "; write one text before the ':'");
                continue;
            }
            Entry first = entries.putIfAbsent(name.text(), entry);
            if (first != null) {
                problems.add(at, "'" + name.text() + "' stands here twice, first at " + first.key() + "; remove one");
            }
        }
        return YamlNode.Mapping.of(entries, position);
    }

    private YamlNode aliased(AliasEvent alias, int depth) throws WorkflowException {
        Optional<YamlNode> target = anchors.getOrDefault(alias.getAlias(), Optional.empty());
        if (target.isEmpty()) {
            String rule = anchors.containsKey(alias.getAlias())
                    ? "' stands for something it is a part of"
                    : "' has no anchor '&" + alias.getAlias() + "' before it";
            throw problems.only(position(alias), "the alias '*" + alias.getAlias() + rule);
        }
        aliased += target.get().size();
        if (aliased > MAXIMUM_ALIASED) {
            throw problems.only(
                    position(alias), "the aliases of this file stand for more than " + MAXIMUM_ALIASED + " values");
        }
        checkDepth(depth + target.get().height(), position(alias));
        return target.get();
    }

    private void checkDepth(int depth, Position position) throws WorkflowException {
        if (depth > MAXIMUM_DEPTH) {
            throw problems.only(position, "more than " + MAXIMUM_DEPTH + " lists or mappings stand in each other here");
        }
    }

    private void refuseTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            // The event of a tagged node begins at its tag.
            problems.add(position(event), "tags are not supported; remove it, and quote the value if it is a text");
        }
    }

    private static Position position(Event event) {
        return event.getStartMark().map(YamlReader::position).orElse(Position.START);
    }

    private static Position position(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
