package dev.tokenport.operators.transform;

import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value;
import dev.tokenport.operators.settings.SettingsReader;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.json.Names;
import dev.tokenport.service.template.Template;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done with each entity. Immutable.
 *
 * @param rename new names by path
 * @param constants values by path, in order
 * @param templates templates by path, in order
 * @param pick the paths that stay; all if it is empty
 * @param drop the paths that go
 * @param missing what it means that an entity does not have a path that is named
 */
record Recipe(
        Map<String, String> rename,
        Map<String, List<Value>> constants,
        Map<String, Template> templates,
        List<String> pick,
        List<String> drop,
        MissingPath missing) {

    /**
     * Reads the parameters.
     *
     * @param redactor learns the secrets that are revealed here
     */
    static Recipe of(TransformParameters parameters, Redactor redactor) throws OperatorException {
        Map<String, List<Value>> constants = parameters.constants().equals(RawValue.of(""))
                ? Map.of()
                : SettingsReader.read("constants", parameters.constants(), redactor);
        Map<String, Template> templates = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : parameters.templates().entrySet()) {
            if (constants.containsKey(entry.getKey())) {
                throw new OperatorException("constants and templates both name the path '" + entry.getKey() + "'");
            }
            templates.put(entry.getKey(), TransformParameters.template(entry.getKey(), entry.getValue()));
        }
        return new Recipe(
                parameters.rename(),
                constants,
                templates,
                Names.of("pick", parameters.pick()),
                Names.of("drop", parameters.drop()),
                parameters.missing());
    }
}
