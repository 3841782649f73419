package dev.tokenport.cmem.value;

import dev.tokenport.cmem.xml.ProjectTask;
import dev.tokenport.cmem.xml.ProjectValue;
import dev.tokenport.cmem.xml.ProjectVariable;
import dev.tokenport.operator.Nearest;
import dev.tokenport.secret.ReferencingText;
import dev.tokenport.secret.ReferencingText.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the values of a project come to: plain texts, templates over its variables, encrypted passwords. A text of a project
 * is never taken for a reference, whatever it looks like. For one thread.
 */
public final class ProjectValues {

    private final Map<String, ProjectVariable> declared = new LinkedHashMap<>();
    private final Map<String, ReferencingText> given = new LinkedHashMap<>();
    private final ProjectSecrets secrets;
    private final Map<String, ReferencingText> known = new HashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * The values of a project.
     *
     * @param declared its variables
     * @param given values from the command line, by {@code scope.name}; they take the place of the project's
     * @param secrets takes the secrets that are found
     */
    public ProjectValues(List<ProjectVariable> declared, Map<String, ReferencingText> given, ProjectSecrets secrets) {
        declared.forEach(variable -> this.declared.put("project." + variable.name(), variable));
        this.given.putAll(given);
        this.secrets = secrets;
    }

    /**
     * What a value comes to, references to secrets left in it.
     *
     * @param task the task
     * @param parameter the parameter's id, for names and messages
     */
    public ReferencingText text(ProjectTask task, String parameter, ProjectValue value) throws ValueFault {
        if (value instanceof ProjectValue.Template template) {
            return ValueTemplate.evaluate(template.text(), new Scopes());
        }
        if (value instanceof ProjectValue.Plain plain) {
            if (!EncryptedPassword.is(plain.text())) {
                return ReferencingText.literal(plain.text());
            }
            EncryptedPassword password = EncryptedPassword.of(plain.text());
            return password.isEmpty()
                    ? ReferencingText.literal("")
                    : new ReferencingText(
                            List.of(new Part.Referenced(secrets.password(task.id(), parameter, password))));
        }
        throw new ValueFault("parameter '" + parameter + "' has parameters in it; it is a text");
    }

    /** The variables that were given, and that neither the project declares nor a template asked for. */
    public List<String> superfluous() {
        return given.keySet().stream()
                .filter(name -> !declared.containsKey(name) && !asked.contains(name))
                .toList();
    }

    /** {@code ; did you mean …}, if a variable's name is near. */
    public String suggestion(String scopedName) {
        String scope = scopedName.substring(0, scopedName.indexOf('.') + 1);
        List<String> names = Stream.concat(declared.keySet().stream(), asked.stream())
                .filter(name -> name.startsWith(scope) && !name.equals(scopedName))
                .map(name -> name.substring(scope.length()))
                .toList();
        return Nearest.to(scopedName.substring(scope.length()), names)
                .map(name -> "; did you mean '" + scope + name + "'?")
                .orElse("");
    }

    /** The variables as templates see them. */
    private final class Scopes implements ValueTemplate.Variables {

        @Override
        public Optional<ReferencingText> value(String name) throws ValueFault {
            asked.add(name);
            ReferencingText found = known.get(name);
            if (found == null && (given.containsKey(name) || declared.containsKey(name))) {
                found = evaluated(name);
                known.put(name, found);
            }
            return Optional.ofNullable(found);
        }

        private ReferencingText evaluated(String name) throws ValueFault {
            ProjectVariable variable = declared.get(name);
            boolean sensitive = variable != null && variable.sensitive();
            ReferencingText value = given.get(name);
            if (value != null) {
                if (sensitive && !value.hasReferences()) {
                    throw new ValueFault("the variable '" + name + "' is sensitive, and a secret is never given in the"
                            + " clear; use --variable with ${env:NAME} or ${file:PATH}");
                }
                return value;
            }
            if (variable == null) {
                return ReferencingText.literal("");
            }
            ReferencingText own = own(name, variable);
            return sensitive
                    ? new ReferencingText(
                            List.of(new Part.Referenced(secrets.variable(variable.name(), plain(name, own)))))
                    : own;
        }

        private ReferencingText own(String name, ProjectVariable variable) throws ValueFault {
            if (variable.template().isEmpty()) {
                return ReferencingText.literal(variable.value());
            }
            if (!open.add(name)) {
                List<String> circle = new ArrayList<>(open);
                circle.add(name);
                throw new ValueFault("the variables need each other: "
                        + String.join(" -> ", circle.subList(circle.indexOf(name), circle.size())));
            }
            try {
                ReferencingText text =
                        ValueTemplate.evaluate(variable.template().get(), this);
                for (Part part : text.parts()) {
                    if (part instanceof Part.Referenced referenced && secrets.has(referenced.reference())) {
                        throw new ValueFault("the template of the variable '" + name
                                + "' names a sensitive one; name that one where it is needed");
                    }
                }
                return text;
            } finally {
                open.remove(name);
            }
        }

        private String plain(String name, ReferencingText text) throws ValueFault {
            return text.literal()
                    .orElseThrow(() -> new ValueFault("the sensitive variable '" + name
                            + "' has a template with a reference in it; give the variable itself with --variable"));
        }

        @Override
        public ValueFault unknown(String name) {
            return new ValueFault("there is no variable '" + name + "'" + suggestion(name)
                    + (suggestion(name).isEmpty() ? "; give it with --variable " + option(name) + "=VALUE" : ""));
        }

        private String option(String name) {
            return name.startsWith("project.") ? name.substring("project.".length()) : name;
        }
    }
}
