package dev.tokenport.operators.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Reject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransformFaultsTest extends TransformCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rename | a=b | rename gives a path the name 'b', which another path of the entity has; rename that one too",
                "rename | x=y | rename names 'x', which is unknown (the entity has: a, b); set missing to ignore if some entities do not have it",
                "constants | a=1 | constants has the path 'a', which the entity has too; rename that one, or use a template to replace its value",
                "templates | c={{ x }} | templates 'c' names 'x', which is unknown (the entity has: a, b)",
            })
    void entity_thatDoesNotFit_isAnErrorThatNamesTheName(String parameter, String entry, String message) {
        Map<String, RawValue> values = Map.of(parameter, map(entry.split("=", 2)));

        assertThatThrownBy(() -> all(values, entity("a", "1", "b", "2")))
                .isInstanceOf(OperatorException.class)
                .hasMessage(message);
    }

    @Test
    void pick_unknownPath_isAnErrorThatNamesIt() {
        Map<String, RawValue> values =
                Map.of("pick", RawValue.of("a id"), "constants", map("c", "1"), "templates", map("t", "2"));

        assertThatThrownBy(() -> all(values, entity("a", "1", "b", "2")))
                .isInstanceOf(OperatorException.class)
                .hasMessage("pick names 'id', which is unknown (there is: a, b, c, t);"
                        + " set missing to ignore if some entities do not have it");
    }

    @Test
    void missing_ignored_leavesThePathWithoutValue() throws Exception {
        Map<String, RawValue> values =
                Map.of("missing", RawValue.of("ignore"), "rename", map("x", "y", "a", "n"), "pick", RawValue.of("y n"));

        var output = all(values, entity("a", "1"), entity("x", "2", "a", "3"), entity("b", "4"));

        assertThat(output.stream().map(TransformCase::shown)).containsExactly("y= n=1", "y=2 n=3", "y= n=");
    }

    @Test
    void constantsAndTemplates_ofOnePath_areAnError() {
        assertThatThrownBy(() -> all(Map.of("constants", map("c", "1"), "templates", map("c", "2"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("constants and templates both name the path 'c'");
    }

    @Test
    void constants_thatAreNoMapping_areAnError() {
        assertThatThrownBy(() -> all(Map.of("constants", RawValue.of("just a text"))))
                .isInstanceOf(OperatorException.class)
                .hasMessage("constants is not a YAML mapping of names and values");
    }

    @Test
    void onError_skip_rejectsTheEntityAsItCame() throws Exception {
        var good = entity("a", "1");
        var bad = entity("b", "2");
        Map<String, RawValue> values =
                Map.of("on_error", RawValue.of("skip"), "templates", map("t", "{{ a }}"), "constants", map("c", "x"));

        var output = all(values, good, bad, good);

        assertThat(output.stream().map(TransformCase::shown)).containsExactly("a=1 c=x t=1", "a=1 c=x t=1");
        assertThat(context.rejects())
                .containsExactly(new Reject(
                        Optional.of(bad), "templates 't' names 'a', which is unknown (the entity has: b, c)"));
    }

    @Test
    void failingTemplate_withASecret_doesNotShowIt() throws Exception {
        var entity = Entity.of(
                "",
                Schema.of("", "t", "a"),
                List.of(new SecretValue(Secret.of("hidden-token"), "auth"), Value.of("1")));

        assertThatThrownBy(() -> all(Map.of("templates", map("x", "{{ t | slice(0, 99) }}")), entity))
                .isInstanceOf(OperatorException.class)
                .hasMessageStartingWith("templates 'x' cannot be rendered, line 1: ")
                .hasMessageNotContaining("hidden");
    }

    @Test
    void cancelled_stopsBeforeTheNextEntity() throws Exception {
        var output = open(Map.of(), stream(entity("a", "1"), entity("a", "2")));
        output.next();

        context.cancel();

        assertThatThrownBy(output::next).isInstanceOf(InterruptedException.class);
    }
}
