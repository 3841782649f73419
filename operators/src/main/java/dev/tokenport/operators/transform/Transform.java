package dev.tokenport.operators.transform;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.KnownParameters;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.OperatorDescription;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.Ports;
import dev.tokenport.operator.Ports.InputPorts;
import dev.tokenport.operator.Ports.Port;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.secret.Redactor;
import dev.tokenport.service.OnError;
import dev.tokenport.service.json.Names;
import java.util.List;
import java.util.Optional;

/**
 * The operator <em>Transform</em>: renames, adds, computes, picks and drops the paths of entities, so that any two tasks fit
 * together. Thread-safe.
 */
public final class Transform implements Operator<TransformParameters> {

    private static final OperatorDescription DESCRIPTION = OperatorDescription.of(
                    "transform", "Transform", "Rename, add, compute, pick and drop the paths of entities.")
            .withDocumentation("""
                    The task gives each entity of its inputs, in their order, with other paths: what one task gives becomes what the \
                    next one needs.

                    ```yaml
                    tasks:
                      customers:
                        operator: csv-dataset
                        parameters: {file: customers.csv}
                      people:
                        operator: transform
                        inputs: customers
                        parameters:
                          rename: {"Customer No.": id}
                          constants: {source: shop, active: true}
                          templates:
                            name: '{{ entity["First name"] }} {{ entity["Last name"] }}'
                            year: "{{ since | slice(0, 4) }}"
                          pick: id name year source active
                      file:
                        operator: json-dataset
                        inputs: people
                        parameters: {file: people.json}
                    ```

                    ### What is done, in this order

                    1. `rename`: all paths at once, so that two may change their names. A path keeps its place, its values and their types.
                    2. `constants`: new paths behind the others.
                    3. `templates`: they see the paths as they are now, but not each other. `{{ path }}` is the first value of a path, \
                    `for` goes through all of them, and `{{ entity["first name"] }}` names any path, whatever characters its name has. \
                    A template that is one `{{ path }}` and nothing else keeps the type of the value, and gives no value if there is none.
                    4. `pick` or `drop`: which paths stay.

                    - A name that two paths would have is an error, and so is a name in `rename`, `templates` or `pick` that an entity does not have; \
                    `missing: ignore` lets `rename` and `pick` pass over it.
                    - Paths that are not named stay as they are, with all of their values.
                    - With `pick` the names of the output are known before the run, so that a mistake at a config port is found before the run, too.

                    ### Parameters of other tasks

                    Connected to a **config port**, the task gives parameters other names, or computes them:

                    ```yaml
                    tasks:
                      service:
                        operator: json-dataset
                        parameters: {file: service.json}     # {"base": "https://api.example.org", "seconds": 30}
                      settings:
                        operator: transform
                        inputs: service
                        parameters:
                          templates: {url: "{{ base }}/orders", timeout: "{{ seconds }}s"}
                          pick: url timeout
                      orders:
                        operator: http-request
                        config: [auth, settings]
                    ```

                    A secret value that is renamed or picked stays secret, and so is what a template makes with the help of a secret. A \
                    token is renewed during the run only where it comes straight from its task, which may stand beside this one: \
                    `config: [auth, settings]`.
                    """)
            .withTags("WorkflowTask");

    /** The operator. */
    public Transform() {}

    @Override
    public OperatorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Class<TransformParameters> parameters() {
        return TransformParameters.class;
    }

    /** What comes out is known beforehand where it is picked. */
    @Override
    public Ports ports(KnownParameters known) {
        Port output = new Port.Unknown();
        List<String> pick = picked(known);
        if (!pick.isEmpty()) {
            output = new Port.Fixed(Schema.of("", pick.toArray(String[]::new)));
        }
        return OnError.ports(new Ports(new InputPorts.Between(1, Integer.MAX_VALUE), Optional.of(output)), known);
    }

    /** Always. */
    @Override
    public boolean repeatable(KnownParameters known) {
        return true;
    }

    @Override
    public void check(TransformParameters parameters) throws OperatorException {
        Recipe.of(parameters, new Redactor());
    }

    @Override
    public Output execute(TransformParameters parameters, Inputs inputs, RunContext context) throws OperatorException {
        Recipe recipe = Recipe.of(parameters, context.redactor());
        return Output.of(new TransformedEntities(inputs, recipe, parameters.onError(), context));
    }

    /** The picked paths; none if they are not known, or wrong, which binding says. */
    private static List<String> picked(KnownParameters known) {
        try {
            return known.text("pick").map(text -> Names.of("pick", text)).orElse(List.of());
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
