package dev.tokenport.operator;

import java.util.List;
import java.util.Objects;

/**
 * What an operator is called and what it is for. Immutable.
 *
 * @param id the stable id, as in {@code cmem_plugin_auth-workflow-auth-OAuth2}
 * @param aliases further ids under which a workflow file may name it
 * @param label its name for people
 * @param description one sentence
 * @param documentation Markdown; what its page says between the description and the parameters
 * @param tags the tags of its page, such as {@code WorkflowTask}
 */
public record OperatorDescription(
        String id, List<String> aliases, String label, String description, String documentation, List<String> tags) {

    /** Copies the lists. */
    public OperatorDescription {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(description);
        Objects.requireNonNull(documentation);
        aliases = List.copyOf(aliases);
        tags = List.copyOf(tags);
    }

    /** A description without aliases and documentation, tagged {@code WorkflowTask}. */
    public static OperatorDescription of(String id, String label, String description) {
        return new OperatorDescription(id, List.of(), label, description, "", List.of("WorkflowTask"));
    }

    /** The same with aliases. */
    public OperatorDescription withAliases(String... names) {
        return new OperatorDescription(id, List.of(names), label, description, documentation, tags);
    }

    /** The same with a documentation, in Markdown. */
    public OperatorDescription withDocumentation(String markdown) {
        return new OperatorDescription(id, aliases, label, description, markdown, tags);
    }

    /** The same with other tags. */
    public OperatorDescription withTags(String... names) {
        return new OperatorDescription(id, aliases, label, description, documentation, List.of(names));
    }

    /** The name that is written in examples: the first alias, or the id. */
    public String shortId() {
        return aliases.isEmpty() ? id : aliases.get(0);
    }
}
