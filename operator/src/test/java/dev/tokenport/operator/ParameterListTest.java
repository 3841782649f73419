package dev.tokenport.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tokenport.operator.RawValue.Mapping;
import dev.tokenport.operator.RawValue.Pending;
import dev.tokenport.operator.RawValue.Scalar;
import dev.tokenport.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ParameterListTest {

    record Service(
            @Parameter(id = "url", label = "URL", mandatory = true, template = true)
            @HttpUrl(insecureHttpParameter = "insecure", onlyWith = "token")
            String url,

            @Parameter(id = "token", label = "Token") Secret token,

            @Parameter(id = "insecure", label = "Insecure", advanced = true)
            boolean insecure,

            @Parameter(id = "headers", label = "Headers") Map<String, String> headers,
            @Parameter(id = "settings", label = "Settings") RawValue settings,
            @Parameter(id = "retry", label = "Retry") Retry retry) {}

    record Retry(
            @Parameter(id = "attempts", label = "Attempts", defaultValue = "4")
            int attempts,

            @Parameter(id = "key", label = "Key") Optional<Secret> key) {}

    private final ParameterList list = ParameterList.of(Service.class);

    @Test
    void of_record_describesItsComponents() {
        assertThat(list.descriptions())
                .extracting(ParameterDescription::id)
                .containsExactly("url", "token", "insecure", "headers", "settings", "retry");
        assertThat(list.find("insecure"))
                .contains(new ParameterDescription(
                        "insecure",
                        "Insecure",
                        "",
                        new ParameterType.BooleanType(),
                        "false",
                        new ParameterDescription.Mandatory.Never(),
                        true,
                        false,
                        false,
                        Optional.empty()));
    }

    @Test
    void addresses_nestedObject_standWithTheirParent() {
        assertThat(list.addresses())
                .containsExactly("url", "token", "insecure", "headers", "settings", "retry-attempts", "retry-key");
        assertThat(list.find("retry-key")).map(ParameterDescription::type).contains(new ParameterType.PasswordType());
        assertThat(list.find("retry-nothing")).isEmpty();
        assertThat(list.find("token-key")).isEmpty();
    }

    @Test
    void check_plainHttpToFarHost_isFaultOnlyWithToken() {
        var url = RawValue.of("http://example.org/");

        assertThat(list.check(Map.of("url", url))).isEmpty();
        assertThat(list.check(Map.of("url", url, "token", new Pending()))).isEmpty();
        assertThat(list.check(Map.of("url", url, "token", RawValue.of("t"), "insecure", RawValue.of("true"))))
                .isEmpty();
        assertThat(list.check(Map.of("url", url, "token", RawValue.of("t"), "insecure", new Pending())))
                .isEmpty();
        var message =
                List.of("url 'http://example.org/' is plain http to a far host, where everyone on the way can read"
                        + " the credentials; use https, or set insecure");
        assertThat(list.check(Map.of("url", url, "token", RawValue.of("t"))))
                .extracting(ParameterFault::message)
                .isEqualTo(message);
        assertThat(list.check(Map.of("url", url, "token", new Pending(Pending.Delivery.CERTAIN))))
                .extracting(ParameterFault::message)
                .isEqualTo(message);
    }

    @Test
    void check_urlWithTemplate_isNotChecked() {
        assertThat(list.check(Map.of("url", RawValue.of("{{ base }}/x")))).isEmpty();
        assertThat(list.check(Map.of("url", RawValue.of("{% if x %}a{% endif %}"))))
                .isEmpty();
        assertThat(list.check(Map.of("url", RawValue.of("htp://x"))))
                .extracting(ParameterFault::message)
                .containsExactly("url 'htp://x' is not an http(s) URL");
    }

    @Test
    void check_secretUrl_isNotShown() {
        var faults = list.check(Map.of("url", new Scalar(Value.of(Secret.of("htp://s3cret")))));

        assertThat(faults)
                .extracting(ParameterFault::message)
                .containsExactly("url '***' is not an acceptable URL: http(s), with a host, without user info and"
                        + " fragment, plain http only to this machine unless insecure");
    }

    @Test
    void known_values_leavesOutSecretsAndUnknown() {
        var known = list.known(Map.of(
                "url", new Pending(),
                "token", RawValue.of("t0ken"),
                "headers", new Mapping(Map.of("a", RawValue.of("b"))),
                "settings", new Mapping(Map.of("k", new Scalar(Value.of(Secret.of("s"))))),
                "retry-attempts", RawValue.of("2")));

        assertThat(known)
                .isEqualTo(new KnownParameters(
                        Map.of("insecure", "false", "headers", "{\"a\":\"b\"}", "retry-attempts", "2"),
                        Map.of("headers", List.of("a"), "settings", List.of("k"))));
    }

    record Either(
            @Parameter(id = "how", label = "How", defaultValue = "one")
            String how,

            @Parameter(id = "url", label = "URL", mandatoryWhen = "how=one|two")
            @HttpUrl(insecureHttpParameter = "insecure")
            String url,

            @Parameter(id = "insecure", label = "Insecure") boolean insecure) {}

    @Test
    void check_parameterMandatoryForSomeValues_isMissingForEachOfThese() {
        var either = ParameterList.of(Either.class);
        var missing = List.of("url is missing; it is mandatory when how is one or two");

        assertThat(either.check(Map.of())).extracting(ParameterFault::message).isEqualTo(missing);
        assertThat(either.check(Map.of("how", RawValue.of("two"), "url", RawValue.of(""))))
                .extracting(ParameterFault::message)
                .isEqualTo(missing);
        assertThat(either.check(Map.of("how", RawValue.of("three")))).isEmpty();
        assertThat(either.check(Map.of("how", RawValue.of("three"), "url", RawValue.of(""))))
                .isEmpty();
        assertThat(either.check(Map.of("how", RawValue.of("three"), "url", RawValue.of("x"))))
                .extracting(ParameterFault::message)
                .containsExactly("url 'x' is not an http(s) URL");
    }

    record Conditions(
            @Parameter(id = "grant", label = "Grant", defaultValue = "client")
            String grant,

            @Parameter(id = "issuer", label = "Issuer") String issuer,

            @Parameter(id = "url", label = "URL", mandatoryWhen = "grant=client|user&issuer=")
            String url) {}

    @Test
    void check_parameterMandatoryUnderSeveralConditions_isMissingOnlyUnderAllOfThem() {
        var conditions = ParameterList.of(Conditions.class);

        assertThat(conditions.check(Map.of()))
                .extracting(ParameterFault::message)
                .containsExactly("url is missing; it is mandatory when grant is client or user and issuer is empty");
        assertThat(conditions.check(Map.of("issuer", RawValue.of("https://i")))).isEmpty();
        assertThat(conditions.check(Map.of("grant", RawValue.of("none")))).isEmpty();
    }

    record Unannotated(String text) {}

    record Hyphen(@Parameter(id = "a-b", label = "A") String text) {}

    record WrongDefault(
            @Parameter(id = "n", label = "N", defaultValue = "x")
            int n) {}

    record WrongRule(
            @Parameter(id = "n", label = "N", mandatoryWhen = "m=1")
            String n) {}

    record WrongType(@Parameter(id = "n", label = "N") List<String> n) {}

    record NoDefault(@Parameter(id = "n", label = "N") int n) {}

    record Twice(
            @Parameter(id = "n", label = "N") String n,
            @Parameter(id = "n", label = "N") String m) {}

    @Test
    void of_faultyRecord_namesComponentAndFault() {
        assertFaulty(Unannotated.class, "Unannotated.text has no @Parameter");
        assertFaulty(
                Hyphen.class,
                "Hyphen.text has the id 'a-b', which is not made of letters, digits and underscores only");
        assertFaulty(WrongDefault.class, "WrongDefault.n has the default 'x', which is not a whole number");
        assertFaulty(WrongRule.class, "WrongRule: parameter 'n' has a rule with 'm', which is no parameter");
        assertFaulty(
                WrongType.class,
                "WrongType.n has the type java.util.List<java.lang.String>, which no parameter can have");
        assertFaulty(NoDefault.class, "NoDefault.n may be empty; make it an Optional, mandatory, or give it a default");
        assertFaulty(Twice.class, "Twice: parameter 'n' exists twice");
    }

    private static void assertFaulty(Class<? extends Record> record, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterList.of(record))
                .withMessage(message);
    }
}
