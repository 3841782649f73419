package dev.tokenport.workflow;

import static dev.tokenport.workflow.WorkflowText.AUTH;
import static dev.tokenport.workflow.WorkflowText.mistakes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.secret.Secret;
import dev.tokenport.workflow.semantics.Delivery;
import dev.tokenport.workflow.semantics.Reconfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MapEntryConnectionTest {

    @TempDir
    private Path folder;

    @Test
    void config_renamedToAnEntryOfAMap_isNoMistake() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              b:
                operator: call
                config: {from: auth, map: {access_token: headers-X-Api-Key}}
                parameters: {url: x, headers: {A: b}, headers-X-B: c}
            """)).isEmpty();
    }

    @Test
    void config_renamedToAnEntryOfNoMap_isAMistake() throws Exception {
        assertThat(mistakes(folder, AUTH + """
              b: {operator: call, config: {from: auth, map: {access_token: url-X}}, parameters: {url: x}}
            """))
                .singleElement()
                .asString()
                .startsWith("6:64: task 'b' has no parameter 'url-X'");
    }

    @Test
    void reconfiguration_ofAnEntry_keepsTheOthers() {
        var target = new Connection.Renaming("access_token", "headers-X-Api-Key", Position.START, Position.START);
        var connection = new Connection.Config("auth", List.of(target), Position.START);
        var secret = Secret.of("t0ken");
        var entity = Entity.of("", Schema.of("", "access_token"), List.of(Value.of(secret)));
        Map<String, RawValue> original = Map.of("headers", new RawValue.Mapping(Map.of("A", RawValue.of("b"))));
        ParameterList parameters = ParameterList.of(
                SampleOperators.all().find("call").orElseThrow().parameters());

        var reconfigured =
                Reconfiguration.of(original, parameters, List.of(new Delivery(connection, Optional.of(entity))));

        RawValue delivered = new RawValue.Scalar(new Value.SecretValue(secret, "auth"));
        assertThat(reconfigured.values())
                .isEqualTo(
                        Map.of("headers", new RawValue.Mapping(Map.of("A", RawValue.of("b"), "X-Api-Key", delivered))));
        assertThat(reconfigured.delivered())
                .isEqualTo(Map.of("headers-X-Api-Key", new Value.SecretValue(secret, "auth")));
        assertThat(reconfigured.warnings()).isEmpty();
    }
}
