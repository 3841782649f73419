package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.ParameterDescription;
import dev.tokenport.operator.ParameterException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OAuth2ParametersTest {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String NO_TOKEN_URL = "oauth_token_url is missing; it is mandatory when oauth_grant_type is"
            + " client_credentials or password or refresh_token or " + JWT_BEARER + " or " + TOKEN_EXCHANGE
            + " and oauth_issuer is empty";
    private static final String NO_CLIENT_ID = "oauth_client_id is missing; it is mandatory when oauth_grant_type is"
            + " client_credentials or password or refresh_token";

    @Test
    void parameters_asOnThePage_haveItsIdsLabelsAndDefaults() {
        var list = ParameterList.of(OAuth2Parameters.class).descriptions();

        assertThat(list.stream()
                        .filter(parameter -> !parameter.advanced())
                        .map(parameter -> parameter.id() + "|" + parameter.label() + "|" + parameter.defaultValue()))
                .containsExactly(
                        "oauth_grant_type|Grant Type|client_credentials",
                        "oauth_token_url|Token Endpoint|",
                        "oauth_client_id|Client ID|",
                        "oauth_client_secret|Client Secret|",
                        "user_name|Username|",
                        "password|Password|");
        assertThat(list.stream()
                        .filter(ParameterDescription::advanced)
                        .map(parameter -> parameter.id() + "|" + parameter.defaultValue()))
                .containsExactly(
                        "oauth_scope|",
                        "oauth_audience|",
                        "oauth_resource|",
                        "oauth_issuer|",
                        "oauth_client_authentication|",
                        "oauth_secret_encoding|form",
                        "oauth_next_client_secret|",
                        "oauth_key_file|",
                        "oauth_key_password|",
                        "oauth_key_id|",
                        "oauth_key_algorithm|",
                        "oauth_assertion_audience|token_endpoint",
                        "oauth_certificate_file|",
                        "oauth_refresh_token|",
                        "oauth_refresh_token_file|",
                        "oauth_assertion|",
                        "oauth_assertion_issuer|",
                        "oauth_assertion_subject|",
                        "oauth_assertion_lifetime|PT1M",
                        "oauth_assertion_claims|",
                        "oauth_subject_token|",
                        "oauth_subject_token_type|urn:ietf:params:oauth:token-type:access_token",
                        "oauth_actor_token|",
                        "oauth_actor_token_type|urn:ietf:params:oauth:token-type:access_token",
                        "oauth_requested_token_type|",
                        "oauth_dpop|false",
                        "oauth_dpop_key|",
                        "oauth_extra_parameters|",
                        "oauth_access_token|",
                        "oauth_default_lifetime|PT5M",
                        "oauth_minimum_validity|PT30S",
                        "oauth_timeout|PT60S",
                        "oauth_attempts|4",
                        "oauth_revoke|false",
                        "oauth_revocation_url|",
                        "oauth_ca_file|",
                        "oauth_proxy|",
                        "oauth_proxy_user|",
                        "oauth_proxy_password|",
                        "allow_insecure_http|false");
    }

    @Test
    void check_unknownGrant_namesBoth() {
        Map<String, RawValue> values = given();
        values.put("oauth_grant_type", RawValue.of("foo"));

        assertThat(ParameterList.of(OAuth2Parameters.class).check(values))
                .extracting(ParameterFault::message)
                .containsExactly("oauth_grant_type 'foo' is none of client_credentials, password, refresh_token,"
                        + " urn:ietf:params:oauth:grant-type:jwt-bearer,"
                        + " urn:ietf:params:oauth:grant-type:token-exchange and prefetched_token");
    }

    @Test
    void check_nothingGiven_namesWhatTheGrantNeeds() {
        var list = ParameterList.of(OAuth2Parameters.class);

        assertThat(list.check(Map.of()))
                .extracting(ParameterFault::message)
                .containsExactly(
                        NO_TOKEN_URL,
                        NO_CLIENT_ID,
                        "oauth_client_secret is missing; it is mandatory when oauth_grant_type is client_credentials and oauth_key_file is empty and oauth_certificate_file is empty and oauth_client_authentication is empty or client_secret_basic or client_secret_post or client_secret_jwt");
        assertThat(list.check(Map.of("oauth_grant_type", RawValue.of("password"))))
                .extracting(ParameterFault::message)
                .containsExactly(
                        NO_TOKEN_URL,
                        NO_CLIENT_ID,
                        "user_name is missing; it is mandatory when oauth_grant_type is password",
                        "password is missing; it is mandatory when oauth_grant_type is password");
    }

    @Test
    void check_furtherGrantsWithNothingGiven_nameWhatEachNeeds() {
        assertThat(faultsOf("refresh_token"))
                .containsExactly(
                        NO_TOKEN_URL,
                        NO_CLIENT_ID,
                        "oauth_refresh_token is missing; it is mandatory when oauth_grant_type is refresh_token and"
                                + " oauth_refresh_token_file is empty");
        assertThat(faultsOf(JWT_BEARER))
                .containsExactly(
                        NO_TOKEN_URL,
                        "oauth_assertion is missing; it is mandatory when oauth_grant_type is " + JWT_BEARER
                                + " and oauth_key_file is empty");
        assertThat(faultsOf(TOKEN_EXCHANGE))
                .containsExactly(
                        NO_TOKEN_URL,
                        "oauth_subject_token is missing; it is mandatory when oauth_grant_type is " + TOKEN_EXCHANGE);
    }

    @Test
    void check_furtherGrantsWithWhatTheyNeed_areFine() {
        assertThat(faultsOf("refresh_token", "oauth_client_id", "c", "oauth_refresh_token_file", "token.txt"))
                .containsExactly(NO_TOKEN_URL);
        assertThat(faultsOf(JWT_BEARER, "oauth_issuer", "https://idp.example.org", "oauth_key_file", "key.pem"))
                .isEmpty();
        assertThat(faultsOf(TOKEN_EXCHANGE, "oauth_issuer", "https://idp.example.org", "oauth_subject_token", "t"))
                .isEmpty();
    }

    private static List<String> faultsOf(String grant, String... more) {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("oauth_grant_type", RawValue.of(grant));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], RawValue.of(more[i + 1]));
        }
        return ParameterList.of(OAuth2Parameters.class).check(values).stream()
                .map(ParameterFault::message)
                .toList();
    }

    @Test
    void bind_valuesOutOfRange_areAllNamed() {
        Map<String, RawValue> values = given();
        values.put("oauth_default_lifetime", RawValue.of("0s"));
        values.put("oauth_timeout", RawValue.of("0s"));
        values.put("oauth_assertion_lifetime", RawValue.of("0s"));
        values.put("oauth_attempts", RawValue.of("0"));

        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> ParameterList.bind(OAuth2Parameters.class, values))
                .withMessage(
                        "oauth_assertion_lifetime 'PT0S' is not positive; oauth_default_lifetime 'PT0S' is not positive; oauth_timeout 'PT0S' is not positive;"
                                + " oauth_attempts '0' is less than 1");
    }

    private static Map<String, RawValue> given() {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("oauth_token_url", RawValue.of("https://idp.example.org/token"));
        values.put("oauth_client_id", RawValue.of("orders"));
        values.put("oauth_client_secret", RawValue.of("s3cret"));
        return values;
    }
}
