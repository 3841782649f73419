package dev.tokenport.operators.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.operator.Inputs;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Output;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.RawValue;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TestContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JWT bearer grant with an assertion that is made here. */
final class AssertionGrantTest {

    private static final String NOW = "1767225600";

    @TempDir
    Path folder;

    private final ScriptedServer server = ScriptedServer.start();
    private final ManualTime time = ManualTime.start();

    @BeforeEach
    void writeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");
        server.otherwise(request -> Answer.token("t-1", Duration.ofMinutes(5)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Map<String, List<String>> form(String... more) throws Exception {
        Map<String, RawValue> values = new LinkedHashMap<>();
        values.put("oauth_grant_type", RawValue.of("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        values.put("oauth_token_url", RawValue.of(server.url("/token").toString()));
        values.put("oauth_key_file", RawValue.of("key.pem"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], RawValue.of(more[i + 1]));
        }
        OAuth2Parameters parameters = ParameterList.bind(OAuth2Parameters.class, values);
        TestContext context = TestContext.in(folder).withTask("auth").withTime(time);
        ((Output.Stream) new OAuth2Authentication().execute(parameters, Inputs.none(), context))
                .entities()
                .close();
        return server.request().form();
    }

    private static String claims(Map<String, List<String>> form) {
        String payload = form.getOrDefault("assertion", List.of("")).get(0).split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    @Test
    void assertion_ofAServiceAccount_hasItsClaimsAndNoClient() throws Exception {
        Map<String, List<String>> form = form(
                "oauth_assertion_issuer",
                "reader@example.org",
                "oauth_assertion_lifetime",
                "1h",
                "oauth_assertion_claims",
                "{\"scope\": \"read\"}");

        assertThat(form).containsOnlyKeys("grant_type", "assertion");
        assertThat(claims(form))
                .contains("\"iss\":\"reader@example.org\"")
                .contains("\"sub\":\"reader@example.org\"")
                .contains("\"aud\":\"" + server.url("/token") + "\"")
                .contains("\"scope\":\"read\"")
                .contains("\"iat\":" + NOW)
                .contains("\"exp\":" + (Long.parseLong(NOW) + 3600))
                .contains("\"jti\":");
    }

    @Test
    void assertion_withSubjectAndAudience_namesThem() throws Exception {
        Map<String, List<String>> form = form(
                "oauth_client_id",
                "orders",
                "oauth_assertion_subject",
                "ada",
                "oauth_assertion_claims",
                "{\"aud\": \"https://idp.example.org\"}");

        assertThat(form).containsOnlyKeys("grant_type", "client_id", "assertion");
        assertThat(claims(form))
                .contains("\"iss\":\"orders\"")
                .contains("\"sub\":\"ada\"")
                .contains("\"aud\":\"https://idp.example.org\"")
                .contains("\"exp\":" + (Long.parseLong(NOW) + 60));
    }

    @Test
    void key_thatIsAlsoTheClients_signsBothAssertions() throws Exception {
        Map<String, List<String>> form =
                form("oauth_client_id", "orders", "oauth_client_authentication", "private_key_jwt");

        assertThat(form)
                .containsOnlyKeys("grant_type", "client_id", "client_assertion_type", "client_assertion", "assertion");
    }

    @Test
    void assertion_given_isSentAndTheKeyIsTheClients() throws Exception {
        Map<String, List<String>> form = form("oauth_client_id", "orders", "oauth_assertion", "a.b.c");

        assertThat(form.get("assertion")).containsExactly("a.b.c");
        assertThat(form).containsKey("client_assertion");
    }

    @Test
    void assertion_ofNobody_isRefusedUnderTheParametersNames() {
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> form("oauth_assertion_claims", "{\"exp\": \"never\"}"))
                .withMessage(
                        "oauth_assertion_issuer is missing, as is the client id; oauth_assertion_claims names 'exp',"
                                + " which is set by an option of its own");
        assertThat(server.requests()).isEmpty();
    }
}
