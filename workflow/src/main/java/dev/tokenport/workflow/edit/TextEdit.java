package dev.tokenport.workflow.edit;

import dev.tokenport.operator.JsonType;
import dev.tokenport.workflow.edit.WrittenNode.Entry;
import dev.tokenport.workflow.edit.WrittenNode.Mapping;
import dev.tokenport.workflow.edit.WrittenNode.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * Changes the value of one parameter in the text of a workflow file. Nothing else of the text changes: not comments, order,
 * quotes, indentation, nor line ends. What comes out is read again and compared with what was meant. A change that would
 * mean more than it says, since an alias stands for the same value, is refused. For one thread, for one change.
 */
public final class TextEdit {

    private static final String MARK = "\uFEFF";
    private static final String NO_LINE = "does not stand on a line of its own";

    private final Place place;
    private final ChangedLines lines;

    private TextEdit(String text, WrittenNode root, Place place) throws EditException {
        this.place = place;
        this.lines = new ChangedLines(text, step(text, root));
    }

    /**
     * The text with a value set: replaced where it stands, or added behind the task's other parameters.
     *
     * @param text the file's text, which must be YAML but need not be a valid workflow
     * @param value the value's text form, with references
     * @param type as what YAML is to read it; a text that is no number or boolean is written as a string
     * @throws EditException if it cannot be done well; the text has to be changed by hand
     */
    public static String set(String text, Place place, String value, JsonType type) throws EditException {
        return changed(text, place, Optional.of(new Given(value, type)));
    }

    /**
     * The text without a parameter and the lines it stands in; the text itself if there is none.
     *
     * @throws EditException if it cannot be done well; the text has to be changed by hand
     */
    public static String remove(String text, Place place) throws EditException {
        return changed(text, place, Optional.empty());
    }

    private static String changed(String whole, Place place, Optional<Given> given) throws EditException {
        String mark = whole.startsWith(MARK) ? MARK : "";
        String text = whole.substring(mark.length());
        WrittenNode root = WrittenText.read(text)
                .orElseThrow(() -> new EditException("the file is empty; begin with 'workflow: NAME' and 'tasks:'"));
        var meaning = new Meaning(place, given);
        meaning.refuseShared(root);
        var edit = new TextEdit(text, root, place);
        edit.change(root, given);
        String result = edit.lines.result();
        meaning.check(root, result);
        return mark + result;
    }

    private static String step(String text, WrittenNode root) throws EditException {
        Optional<Entry> tasks = root instanceof Mapping mapping ? mapping.entry("tasks") : Optional.empty();
        if (tasks.isPresent() && tasks.get().value() instanceof Mapping below && !below.flow()) {
            var lines = new ChangedLines(text, "");
            Optional<String> indent = lines.indent(below.entries().get(0).key().begin());
            if (indent.isPresent() && !indent.get().isEmpty()) {
                return indent.get();
            }
        }
        return "  ";
    }

    private void change(WrittenNode root, Optional<Given> given) throws EditException {
        List<String> path = place.path();
        WrittenNode node = root;
        for (int at = 0; at < path.size(); at++) {
            if (!(node instanceof Mapping mapping)) {
                throw byHand("stands below a key whose value is no mapping");
            }
            Optional<Entry> found = mapping.entry(path.get(at));
            if (found.isEmpty()) {
                if (at < 2) {
                    throw new EditException("there is no task '" + place.task() + "' in the file");
                }
                if (given.isPresent()) {
                    add(mapping, path.subList(at, path.size()), given.get());
                }
                return;
            }
            Entry entry = found.get();
            List<String> below = path.subList(at + 1, path.size());
            if (below.isEmpty()) {
                finish(mapping, entry, given);
            } else if (entry.value() instanceof Scalar nothing && nothing.isNothing()) {
                if (given.isPresent()) {
                    fill(mapping, entry, nothing, below, given.get());
                }
                return;
            }
            node = entry.value();
        }
    }

    private void finish(Mapping mapping, Entry entry, Optional<Given> given) throws EditException {
        if (given.isEmpty()) {
            remove(mapping, entry);
        } else if (entry.value() instanceof Scalar scalar) {
            replace(mapping, entry, scalar, given.get());
        } else {
            throw byHand("is written as a mapping or a list");
        }
    }

    private void add(Mapping mapping, List<String> keys, Given given) throws EditException {
        if (mapping.flow()) {
            boolean empty = mapping.entries().isEmpty();
            int at = empty
                    ? lines.behind('{', mapping.begin())
                    : mapping.entries()
                            .get(mapping.entries().size() - 1)
                            .value()
                            .end();
            lines.replace(at, at, (empty ? "" : ", ") + given.between(keys));
            return;
        }
        List<Entry> entries = mapping.entries();
        lines.insertBelow(
                entries.get(entries.size() - 1).value().end(), given.below(keys, indent(entries.get(0)), lines.step()));
    }

    private void fill(Mapping mapping, Entry entry, Scalar nothing, List<String> keys, Given given)
            throws EditException {
        if (mapping.flow()) {
            lines.replace(
                    nothing.begin(),
                    nothing.end(),
                    lines.blankBefore(nothing.begin()) + "{" + given.between(keys) + "}");
            return;
        }
        lines.replace(nothing.begin(), nothing.end(), "");
        lines.insertBelow(nothing.end(), given.below(keys, indent(entry) + lines.step(), lines.step()));
    }

    private void replace(Mapping mapping, Entry entry, Scalar scalar, Given given) {
        String blank = lines.blankBefore(scalar.begin());
        Optional<String> indent =
                mapping.flow() ? Optional.empty() : lines.indent(entry.key().begin());
        List<String> written = given.instead(scalar.style(), mapping.flow(), indent.map(key -> key + lines.step()));
        boolean block = scalar.style() == WrittenNode.Style.BLOCK;
        int first = block ? lines.behindHeader(scalar.begin()) : scalar.end();
        lines.replace(scalar.begin(), first, blank + written.get(0));
        int rest = lines.endOfLine(first);
        lines.replaceBelow(rest, block ? scalar.end() : rest, written.subList(1, written.size()));
    }

    private void remove(Mapping mapping, Entry entry) throws EditException {
        int begin = entry.key().begin();
        int end = entry.value().end();
        if (!mapping.flow()) {
            if (lines.indent(begin).isEmpty()) {
                throw byHand(NO_LINE);
            }
            lines.removeLines(begin, end);
            return;
        }
        int index = mapping.entries().indexOf(entry);
        if (index + 1 < mapping.entries().size()) {
            end = mapping.entries().get(index + 1).key().begin();
        } else if (index > 0) {
            begin = mapping.entries().get(index - 1).value().end();
        }
        if (lines.hasComment(entry.value().end(), end)
                || lines.hasComment(begin, entry.key().begin())) {
            throw byHand("has a comment beside it between brackets");
        }
        lines.replace(begin, end, "");
    }

    private String indent(Entry entry) throws EditException {
        return lines.indent(entry.key().begin()).orElseThrow(() -> byHand(NO_LINE));
    }

    private EditException byHand(String why) {
        return byHand(place, why);
    }

    /** What is said when a person has to change a text themselves. */
    static EditException byHand(Place place, String why) {
        return new EditException(
                "'" + place.address() + "' of task '" + place.task() + "' " + why + "; change it in the file itself");
    }
}
