package dev.tokenport.silk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.operator.Value.SecretValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.silkframework.runtime.plugin.AnyPlugin;
import org.silkframework.runtime.plugin.ParameterValues;
import org.silkframework.runtime.plugin.types.PasswordParameter;

/** Parameters from Silk to the operator and back. */
final class HostedTaskTest {

    private static final Operator<?> OAUTH2 = HostedOperators.operator("oauth2-authentication");

    /** What a project has that was made with the Python plugin; its passwords may be plain texts. */
    private static final Map<String, String> OLD_PROJECT = Map.of(
            "oauth_grant_type", "password",
            "oauth_token_url", "https://idp.example.org/token",
            "oauth_client_id", "orders-reader",
            "oauth_client_secret", "c1ient-s3cret",
            "user_name", "ann",
            "password", "pa55word");

    @ParameterizedTest
    @MethodSource("operators")
    void task_ofItsOwnParameters_isTheSameTask(Operator<?> operator) {
        HostedTask task = SilkTasks.plain(operator);
        ParameterValues parameters = task.parameters(new NoProject());

        AnyPlugin again = task.withParameters(parameters, true, new NoProject());

        assertThat(again).isNotSameAs(task).isEqualTo(task).hasSameHashCodeAs(task);
        assertThat(SilkTasks.texts(((HostedTask) again).parameters(new NoProject())))
                .isEqualTo(SilkTasks.texts(parameters));
    }

    @ParameterizedTest
    @MethodSource("operators")
    void parameters_ofATask_areAllThatTheOperatorHas(Operator<?> operator) {
        HostedTask task = SilkTasks.plain(operator);

        assertThat(SilkTasks.texts(task.parameters(new NoProject())).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        ParameterList.of(operator.parameters()).addresses());
        assertThat(List.copyOf(task.values().keySet()))
                .isEqualTo(ParameterList.of(operator.parameters()).addresses());
    }

    @ParameterizedTest
    @MethodSource("operators")
    void task_withWhatItNeeds_hasNoFaultButThatValuesAreMissing(Operator<?> operator) {
        HostedTask task = SilkTasks.plain(operator);

        List<ParameterFault> faults = ParameterList.of(operator.parameters()).check(task.given());

        assertThat(faults).allMatch(fault -> fault.kind() == ParameterFault.Kind.MISSING);
    }

    @Test
    void withParameters_ofSomeOnly_leavesTheOthers() {
        HostedTask task = SilkTasks.task(OAUTH2, OLD_PROJECT);

        HostedTask changed =
                (HostedTask) task.withParameters(SilkTasks.values(Map.of("user_name", "bob")), false, new NoProject());

        Map<String, Object> expected = new LinkedHashMap<>(task.values());
        expected.put("user_name", "bob");
        assertThat(changed.values()).isEqualTo(expected);
        assertThat(changed).isNotEqualTo(task);
        assertThat(task.withParameters$default$2()).isFalse();
    }

    @Test
    void oldProject_ofThePythonPlugin_isBound() throws ParameterException {
        HostedTask task = SilkTasks.task(OAUTH2, OLD_PROJECT);

        Record parameters = ParameterList.bind(OAUTH2.parameters(), task.given());

        assertThat(task.values())
                .containsEntry("oauth_grant_type", "password")
                .containsEntry("oauth_client_secret", PasswordParameter.encrypt("c1ient-s3cret"));
        assertThat(revealed(task, "oauth_client_secret")).isEqualTo("c1ient-s3cret");
        assertThat(revealed(task, "password")).isEqualTo("pa55word");
        assertThat(parameters.toString()).contains("orders-reader").doesNotContain("c1ient-s3cret", "pa55word");
    }

    @Test
    void password_thatSilkHasEncrypted_isTheSame() {
        Map<String, String> stored = new LinkedHashMap<>(OLD_PROJECT);
        stored.put("password", PasswordParameter.encrypt("pa55word").toString());

        HostedTask task = SilkTasks.task(OAUTH2, stored);

        assertThat(stored.get("password")).startsWith("PASSWORD_PARAMETER:");
        assertThat(revealed(task, "password")).isEqualTo("pa55word");
    }

    @Test
    void given_whereNothingWasEntered_leavesItToTheOperator() {
        HostedTask task = SilkTasks.plain(OAUTH2);

        assertThat(task.given())
                .containsKey("oauth_grant_type")
                .doesNotContainKeys("oauth_token_url", "oauth_client_secret", "oauth_client_authentication");
    }

    @Test
    void given_whereADefaultWasTakenAway_saysSo() {
        HostedTask task = SilkTasks.task(HostedOperators.operator("http-request"), Map.of("accept", ""));

        assertThat(task.given()).containsEntry("accept", RawValue.of(""));
    }

    @Test
    void choice_thatIsNone_isRefusedByItsText() {
        Map<String, String> parameters = Map.of("oauth_grant_type", "implicit");

        assertThatThrownBy(() -> SilkTasks.task(OAUTH2, parameters)).hasMessage("Invalid enumeration value 'implicit'");
    }

    @Test
    void choice_ofHttp_keepsItsText() {
        HostedTask task = SilkTasks.task(HostedOperators.operator("http-request"), Map.of("method", "DELETE"));

        assertThat(task.given()).containsEntry("method", RawValue.of("DELETE"));
        assertThat(SilkTasks.texts(task.parameters(new NoProject()))).containsEntry("method", "DELETE");
    }

    @Test
    void task_asText_isItsLabel() {
        assertThat(SilkTasks.task(OAUTH2, OLD_PROJECT)).hasToString("OAuth2 Authentication");
    }

    private static String revealed(HostedTask task, String parameter) {
        RawValue raw = task.given().getOrDefault(parameter, RawValue.of("not given"));
        return raw instanceof RawValue.Scalar scalar && scalar.value() instanceof SecretValue secret
                ? secret.secret().reveal()
                : "no secret";
    }

    private static Stream<Operator<?>> operators() {
        return SilkTasks.operators();
    }
}
