package dev.tokenport.workflow;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import dev.tokenport.secret.SecretStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** How what stands in a file becomes raw values. */
public final class ParameterResolution {

    private ParameterResolution() {}

    /**
     * The values of a task as they are known before a run: a value with references is {@linkplain RawValue.Pending
     * pending}.
     */
    public static Map<String, RawValue> pending(Task task) {
        return pending(task.parameters());
    }

    private static Map<String, RawValue> pending(Map<String, ParameterNode> nodes) {
        Map<String, RawValue> values = new LinkedHashMap<>();
        nodes.forEach((id, node) -> values.put(id, pending(node)));
        return values;
    }

    private static RawValue pending(ParameterNode node) {
        if (node instanceof ParameterNode.Mapping mapping) {
            return new RawValue.Mapping(pending(mapping.entries()));
        }
        return node instanceof ParameterNode.Scalar scalar && !scalar.text().hasReferences()
                ? new RawValue.Scalar(literal(scalar))
                : new RawValue.Pending(RawValue.Pending.Delivery.CERTAIN);
    }

    /** The value of a scalar without references. */
    static Value.Text literal(ParameterNode.Scalar scalar) {
        return new Value.Text(literalText(scalar.text()), scalar.type());
    }

    /** What is not referenced in a text. */
    static String literalText(ReferencingText text) {
        if (text.parts().size() == 1 && text.parts().get(0) instanceof Part.Literal whole) {
            return whole.text();
        }
        StringBuilder literal = new StringBuilder();
        for (Part part : text.parts()) {
            if (part instanceof Part.Literal piece) {
                literal.append(piece.text());
            }
        }
        return literal.toString();
    }

    /**
     * Resolves all references of a plan, and checks the resolved values against the operators' metadata.
     *
     * <p>In a confidential parameter (a password, headers, a body, parameter settings) a text with references becomes a
     * secret, which is read again whenever it is revealed; so does one with a command or an encrypted literal in it,
     * wherever it stands. Else it is read once and is plain text. A password in the clear becomes a secret as well.
     *
     * @param plan the plan
     * @param store where references lead; relative paths start at the workflow's folder
     * @throws WorkflowException with every reference that cannot be resolved, or with every mistake that the resolved
     *     values make
     */
    public static ResolvedPlan resolve(Plan plan, SecretStore store) throws WorkflowException {
        return new Resolver(plan.workflow().file(), store).resolve(plan);
    }

    /**
     * Resolves the references of one task, whose plan has been checked elsewhere.
     *
     * @param file the name of the workflow's file, for messages
     * @param store where references lead
     * @return raw values by parameter address, as {@link ResolvedPlan#values(String)} gives them
     * @throws WorkflowException with every reference that cannot be resolved
     */
    public static Map<String, RawValue> resolve(Task task, Operator<?> operator, String file, SecretStore store)
            throws WorkflowException {
        return new Resolver(file, store).resolve(task, operator);
    }
}
