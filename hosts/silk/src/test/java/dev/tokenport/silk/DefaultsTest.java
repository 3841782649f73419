package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterDescription.Mandatory;
import dev.tokenport.operator.ParameterList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Defaults, and parameters without one. */
final class DefaultsTest {

    @ParameterizedTest
    @MethodSource("operators")
    void defaults_ofAnOperator_areThoseOfItsMetadata(Operator<?> operator) {
        Map<String, String> expected = new LinkedHashMap<>();
        ParameterList.of(operator.parameters()).descriptions().stream()
                .filter(parameter -> !isNeeded(parameter))
                .forEach(parameter -> expected.put(parameter.id(), parameter.defaultValue()));

        assertThat(Defaults.of(SilkTasks.type(operator))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("operators")
    void parameters_thatAreAlwaysNeeded_haveNone(Operator<?> operator) {
        Set<String> needed = ParameterList.of(operator.parameters()).descriptions().stream()
                .filter(DefaultsTest::isNeeded)
                .map(ParameterDescription::id)
                .collect(Collectors.toSet());

        assertThat(Defaults.of(SilkTasks.type(operator))).doesNotContainKeys(needed.toArray(String[]::new));
    }

    @Test
    void parameters_ofOAuth2_allHaveOne() {
        Operator<?> operator = HostedOperators.operator("oauth2-authentication");

        assertThat(Defaults.of(SilkTasks.type(operator)))
                .hasSize(SilkTasks.constructor(SilkTasks.type(operator)).getParameterCount())
                .containsEntry("oauth_grant_type", "client_credentials")
                .containsEntry("oauth_client_secret", "")
                .containsEntry("oauth_client_authentication", "");
    }

    private static boolean isNeeded(ParameterDescription parameter) {
        return parameter.mandatory() instanceof Mandatory.Always
                && parameter.defaultValue().isEmpty();
    }

    private static Stream<Operator<?>> operators() {
        return SilkTasks.operators();
    }
}
