package dev.tokenport.workflow;

import dev.tokenport.secret.Reference;
import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Replaces the encrypted literals of a workflow file where they stand. Nothing else of its text changes: not comments, nor
 * line ends. For one thread.
 */
public final class LiteralRenewal {

    /** Gives the literal to put into the place of another. */
    @FunctionalInterface
    public interface Successor {

        /**
         * The successor of a literal.
         *
         * @param literal the literal
         * @param workflow the name of the workflow it stands in
         * @return the same if it is to stay
         * @throws SecretUnavailableException if there is none
         */
        Reference of(Reference literal, String workflow);
    }

    /**
     * What became of a file.
     *
     * @param text its text
     * @param literals how many literals are in it
     * @param changed how many of them are new
     */
    public record Renewed(String text, int literals, int changed) {}

    private final SourceText source;
    private final Problems problems;

    /** By their offset: an alias leads to the same place again. */
    private final TreeMap<Integer, Reference> literals = new TreeMap<>();

    private LiteralRenewal(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /**
     * Reads a file and replaces its literals; the file itself is not touched.
     *
     * @throws WorkflowException with every mistake in the file, or every literal that has no successor
     * @throws IOException if the file cannot be read
     */
    public static Renewed of(Path file, Successor successor) throws WorkflowException, IOException {
        var problems = new Problems(file.toString());
        SourceText source = SourceText.read(file, problems);
        Workflow workflow = WorkflowFile.read(file, source, problems);
        problems.throwIfAny();
        var renewal = new LiteralRenewal(source, problems);
        workflow.tasks().values().forEach(task -> renewal.find(task.parameters().values()));
        Renewed renewed = renewal.replaced(workflow.name(), successor);
        problems.throwIfAny();
        return renewed;
    }

    private void find(Collection<ParameterNode> nodes) {
        for (ParameterNode node : nodes) {
            if (node instanceof ParameterNode.Mapping mapping) {
                find(mapping.entries().values());
            } else if (node instanceof ParameterNode.Scalar scalar) {
                find(scalar);
            }
        }
    }

    private void find(ParameterNode.Scalar scalar) {
        Iterator<Position> positions = scalar.references().iterator();
        for (Part part : scalar.text().parts()) {
            if (part instanceof Part.Referenced referenced) {
                Position position = positions.hasNext() ? positions.next() : scalar.position();
                if (referenced.reference().kind() == Reference.Kind.ENCRYPTED) {
                    add(referenced.reference(), position);
                }
            }
        }
    }

    private void add(Reference literal, Position position) {
        int offset = source.offsetAt(position);
        if (source.text().startsWith(written(literal), offset)) {
            literals.put(offset, literal);
        } else {
            problems.add(position, literal + " is written with escapes or over several lines; write it plainly");
        }
    }

    private Renewed replaced(String workflow, Successor successor) {
        StringBuilder text = new StringBuilder(source.text());
        int changed = 0;
        for (Map.Entry<Integer, Reference> found : literals.descendingMap().entrySet()) {
            try {
                Reference literal = found.getValue();
                Reference next = successor.of(literal, workflow);
                if (!next.equals(literal)) {
                    int begin = found.getKey();
                    text.replace(begin, begin + written(literal).length(), written(next));
                    changed++;
                }
            } catch (SecretUnavailableException e) {
                problems.add(source.positionAt(found.getKey()), String.valueOf(e.getMessage()));
            }
        }
        return new Renewed(source.mark() + text, literals.size(), changed);
    }

    private static String written(Reference literal) {
        return "${encrypted:" + literal.name() + "}";
    }
}
