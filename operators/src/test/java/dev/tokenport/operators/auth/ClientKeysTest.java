package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.ParameterFault;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of keys and client authentications that do not fit together, before a run. */
final class ClientKeysTest {

    @Test
    void privateKey_alone_isEnough() throws Exception {
        assertThat(faults("oauth_key_file=key.pem")).isEmpty();
        assertThat(faults("oauth_key_file=key.pem", "oauth_client_authentication=private_key_jwt"))
                .isEmpty();
    }

    @Test
    void clientSecretJwt_withSecret_isEnough() throws Exception {
        assertThat(faults(
                        "oauth_client_secret=s3cret",
                        "oauth_client_authentication=client_secret_jwt",
                        "oauth_key_algorithm=HS512"))
                .isEmpty();
    }

    @Test
    void privateKeyJwt_withoutKey_wantsTheKeyAlone() throws Exception {
        assertThat(faults("oauth_client_authentication=private_key_jwt"))
                .containsExactly("oauth_key_file is missing; it is mandatory when oauth_client_authentication is"
                        + " private_key_jwt");
        assertThat(faults("oauth_client_authentication=private_key_jwt", "oauth_client_secret=s3cret"))
                .containsExactly("oauth_key_file is missing; it is mandatory when oauth_client_authentication is"
                        + " private_key_jwt");
    }

    @Test
    void clientSecretJwt_withKeyOnly_wantsASecret() throws Exception {
        assertThat(faults("oauth_client_authentication=client_secret_jwt", "oauth_key_file=key.pem"))
                .containsExactly(
                        "oauth_client_authentication 'client_secret_jwt' needs a client secret, and there is none");
    }

    @Test
    void algorithm_misspelt_isNamedWithTheChoices() throws Exception {
        assertThat(faults("oauth_key_file=key.pem", "oauth_key_algorithm=RS-256"))
                .containsExactly("oauth_key_algorithm 'RS-256' is none of RS256, RS384, RS512, PS256, PS384, PS512,"
                        + " ES256, ES384, ES512, EdDSA, HS256, HS384 and HS512");
    }

    @Test
    void algorithm_ofTheOtherKind_isNamedWithThoseThatFit() throws Exception {
        assertThat(faults("oauth_key_file=key.pem", "oauth_key_algorithm=HS256"))
                .containsExactly("oauth_key_algorithm 'HS256' takes a secret; a private key signs with RS256 to RS512,"
                        + " PS256 to PS512, ES256 to ES512 or EdDSA");
        assertThat(faults(
                        "oauth_client_secret=s3cret",
                        "oauth_client_authentication=client_secret_jwt",
                        "oauth_key_algorithm=ES256"))
                .containsExactly("oauth_key_algorithm 'ES256' signs with a private key; client_secret_jwt needs HS256,"
                        + " HS384 or HS512");
    }

    @Test
    void audience_issuerThatIsNotKnown_isRefused() throws Exception {
        assertThat(faults("oauth_key_file=key.pem", "oauth_assertion_audience=issuer"))
                .containsExactly("oauth_assertion_audience 'issuer' needs an issuer identifier, and there is none");
        assertThat(faults(
                        "oauth_key_file=key.pem",
                        "oauth_assertion_audience=issuer",
                        "oauth_issuer=https://idp.example.org"))
                .isEmpty();
    }

    @Test
    void algorithms_ofParameterAndLibrary_areTheSame() {
        assertThat(Arrays.stream(KeyAlgorithm.values()).map(KeyAlgorithm::algorithm))
                .containsExactly(JwsAlgorithm.values());
    }

    private static List<String> faults(String... assignments) {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("oauth_token_url", RawValue.of("https://idp.example.org/token"));
        values.put("oauth_client_id", RawValue.of("orders"));
        for (String assignment : assignments) {
            String[] parts = assignment.split("=", 2);
            values.put(parts[0], RawValue.of(parts[1]));
        }
        List<ParameterFault> faults = ParameterList.of(OAuth2Parameters.class).check(values);
        if (!faults.isEmpty()) {
            return faults.stream().map(ParameterFault::message).toList();
        }
        try {
            new OAuth2Authentication().check(ParameterList.bind(OAuth2Parameters.class, values));
            return List.of();
        } catch (OperatorException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
