package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.silkframework.config.FixedNumberOfInputs;
import org.silkframework.config.FixedSchemaPort;
import org.silkframework.config.FlexibleNumberOfInputs;
import org.silkframework.config.FlexibleSchemaPort;
import org.silkframework.config.Port;
import org.silkframework.config.UnknownSchemaPort$;
import org.silkframework.entity.EntitySchema;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** The ports of each operator, as Silk has them. */
final class SilkPortsTest {

    @Test
    void oauth2_inputs_areNone() {
        var inputs = SilkTasks.plain(operator("oauth2-authentication")).inputPorts();

        assertThat(inputs)
                .isInstanceOfSatisfying(
                        FixedNumberOfInputs.class,
                        fixed -> assertThat(fixed.ports().isEmpty()).isTrue());
    }

    @Test
    void oauth2_output_isParameterSettings() {
        Port output =
                SilkTasks.plain(operator("oauth2-authentication")).outputPort().get();

        assertThat(output).isInstanceOf(FixedSchemaPort.class);
        EntitySchema schema = output.schemaOpt().get();
        assertThat(schema.typeUri().uri()).isEqualTo("urn:ParameterSettings");
        assertThat(paths(schema))
                .containsExactly(
                        "oauth_access_token",
                        "oauth_token_type",
                        "oauth_expires_at",
                        "oauth_authorization",
                        "oauth_dpop_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-request", "graphql-query", "sparql-query", "sparql-update"})
    void service_inputs_areAnyNumber(String id) {
        var inputs = SilkTasks.plain(operator(id)).inputPorts();

        assertThat(inputs).isInstanceOfSatisfying(FlexibleNumberOfInputs.class, flexible -> {
            assertThat(flexible.min()).isZero();
            assertThat(flexible.max().isEmpty()).isTrue();
            assertThat(flexible.portDefinition()).isInstanceOf(FlexibleSchemaPort.class);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-request", "graphql-query", "sparql-query", "sparql-update"})
    void service_output_isKnownWhenItRuns(String id) {
        Option<Port> output = SilkTasks.plain(operator(id)).outputPort();

        assertThat(output).isEqualTo(Option.apply(UnknownSchemaPort$.MODULE$));
    }

    @Test
    void graphql_intoAFile_hasNoOutput() {
        HostedTask task = SilkTasks.task(operator("graphql-query"), Map.of("graphql_dataset", "orders.json"));

        assertThat(task.outputPort().isEmpty()).isTrue();
    }

    private static List<String> paths(EntitySchema schema) {
        return CollectionConverters.asJava(schema.typedPaths()).stream()
                .map(path -> path.propertyUri().get().uri())
                .toList();
    }

    private static Operator<?> operator(String id) {
        return HostedOperators.operator(id);
    }
}
