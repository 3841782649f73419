package dev.tokenport.operators.transform;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.RawValue;
import dev.tokenport.service.OnError;
import dev.tokenport.service.json.Names;
import dev.tokenport.service.template.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of {@link Transform}. Immutable.
 *
 * @param rename new names by path
 * @param constants values by new path, a mapping
 * @param templates templates by path
 * @param pick the paths that stay, in their order
 * @param drop the paths that go
 * @param missing what it means that an entity does not have a path that is named
 * @param onError what happens when an entity cannot be processed
 */
public record TransformParameters(
        @Parameter(
                id = "rename",
                label = "Rename",
                description = "New names of paths: the name it has, and the name it gets. All are renamed at once.")
        Map<String, String> rename,

        @Parameter(
                id = "constants",
                label = "Constants",
                description =
                        "New paths with the same value in each entity, as YAML: strings, numbers, booleans, lists for several values, nested mappings for JSON. What a reference leads to is secret.",
                multiline = true)
        RawValue constants,

        @Parameter(
                id = "templates",
                label = "Templates",
                description =
                        "Paths with a Jinja template for the value of each. A template that is one `{{ path }}` and nothing else gives the value with its type, any other one a string. A path that is there already gets the new value in place of its own.")
        Map<String, String> templates,

        @Parameter(
                id = "pick",
                label = "Pick",
                description =
                        "The paths that stay, in this order: separated by white space, or a JSON array, as in `[\"id\", \"first name\"]`. Empty: all.")
        String pick,

        @Parameter(
                id = "drop",
                label = "Drop",
                description =
                        "The paths that go, written as `pick` is. A path that an entity does not have is none to drop.")
        String drop,

        @Parameter(
                id = "missing",
                label = "Missing",
                description =
                        "What it means that an entity does not have a path that `rename` or `pick` names: `fail`, or `ignore`, where a picked path has no value.",
                defaultValue = "fail",
                advanced = true)
        MissingPath missing,

        @Parameter(
                id = "on_error",
                label = "On error",
                description =
                        "What happens when an entity cannot be processed: `fail` ends the run, `skip` gives the entity up and goes on. What was given up can be taken as `inputs: TASK.rejects`, with the reason under `reject_reason`.",
                defaultValue = "fail")
        OnError onError) {

    /** Checks the values. */
    public TransformParameters {
        Map<String, String> origins = new HashMap<>();
        for (Map.Entry<String, String> entry : rename.entrySet()) {
            String other = origins.putIfAbsent(entry.getValue(), entry.getKey());
            if (other != null) {
                throw new IllegalArgumentException("rename gives two paths the name '" + entry.getValue() + "': '"
                        + other + "' and '" + entry.getKey() + "'");
            }
        }
        for (Map.Entry<String, String> entry : templates.entrySet()) {
            template(entry.getKey(), entry.getValue());
        }
        List<String> kept = Names.of("pick", pick);
        if (!Names.of("drop", drop).isEmpty() && !kept.isEmpty()) {
            throw new IllegalArgumentException("drop '" + drop + "' and pick exclude each other");
        }
    }

    /** The template of a path. */
    static Template template(String path, String text) {
        try {
            return Template.of("templates '" + path + "'", text);
        } catch (OperatorException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
