package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Ports.InputPorts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OperatorPageTest {

    record Settings(
            @Parameter(id = "name", label = "Name", description = "  A\n  name.  ")
            String name,

            @Parameter(id = "inner", label = "Inner", advanced = true)
            Inner inner) {}

    record Inner(
            @Parameter(id = "count", label = "Count", defaultValue = "3")
            int count) {}

    private static final class Greeting implements Operator<Settings> {

        @Override
        public OperatorDescription description() {
            return OperatorDescription.of("greet", "Greet \"all\"", "Say  \"hello\".")
                    .withDocumentation("One  line.\n\n- kept\n");
        }

        @Override
        public Class<Settings> parameters() {
            return Settings.class;
        }

        @Override
        public Ports ports(KnownParameters known) {
            return new Ports(new InputPorts.Exactly(List.of()), Optional.empty());
        }

        @Override
        public Output execute(Settings parameters, Inputs inputs, RunContext context) {
            return Output.none();
        }
    }

    @Test
    void of_operator_hasFrontMatterDocumentationAndParameters() {
        assertThat(OperatorPage.of(new Greeting())).isEqualTo("""
                        ---
                        title: "Greet 'all'"
                        description: "Say 'hello'."
                        icon: octicons/cross-reference-24
                        tags:\s
                            - WorkflowTask
                            - JavaPlugin
                        ---
                        # Greet "all"
                        <!-- This file was generated - DO NOT CHANGE IT MANUALLY -->

                        !!! note inline end "Java Plugin"

                            This operator is part of a Java Plugin Package.
                            In order to use it, you need to install it,
                            e.g. by dropping its JAR into `plugins/`.

                        Say  "hello".

                        One  line.

                        - kept


                        ## Parameter

                        ### Name

                        A name.

                        - Datatype: `string`
                        - Default Value: `None`



                        ## Advanced Parameter

                        ### Inner

                        - Datatype: `object`
                        - Default Value: `None`



                        ### Inner: Count

                        - Datatype: `integer`
                        - Default Value: `3`



                        """);
    }

    @Test
    void all_registry_givesIndexAndPages() {
        var pages = OperatorPage.all(OperatorRegistry.of(new Greeting()));

        assertThat(pages.keySet()).containsExactly("README.md", "greet.md");
        assertThat(pages.get("README.md")).isEqualTo("""
                        # Operators

                        <!-- This file was generated - DO NOT CHANGE IT MANUALLY -->

                        | operator | id | what it does |
                        | --- | --- | --- |
                        | [Greet "all"](greet.md) | `greet` | Say "hello". |
                        """);
    }
}
