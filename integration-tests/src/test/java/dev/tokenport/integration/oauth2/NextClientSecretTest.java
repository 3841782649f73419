package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.oauth2.TokenServerException;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several client secrets, so that one can be replaced at the server without an outage. */
final class NextClientSecretTest {

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private String taken = "third";
    private Answer refusal = Answer.error(401, "invalid_client", "no");

    @BeforeEach
    void takeOneSecret() {
        idp.server()
                .otherwise(request ->
                        secret(request).equals(taken) ? Answer.token("t-1", Duration.ofMinutes(5)) : refusal);
    }

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void firstSecret_taken_isTheOnlyOneSent() throws Exception {
        taken = "first";

        idp.client().fetch(request().build());

        assertThat(sent()).containsExactly("first");
        assertThat(idp.warnings()).isEmpty();
    }

    @Test
    void secrets_refused_areFollowedByTheNextOneWithAWarning() throws Exception {
        idp.client().fetch(request().build());

        assertThat(sent()).containsExactly("first", "second", "third");
        assertThat(idp.warnings()).containsExactly("client secret 1 of 3 was refused, and number 3 was taken");
    }

    @Test
    void secret_thatWasTaken_isTriedFirstFromThenOn() throws Exception {
        TokenClient client = idp.client();
        client.fetch(request().build());
        client.fetch(request().build());
        taken = "second";

        client.fetch(request().build());

        assertThat(sent()).containsExactly("first", "second", "third", "third", "third", "first", "second");
        assertThat(idp.warnings())
                .containsExactly(
                        "client secret 1 of 3 was refused, and number 3 was taken",
                        "client secret 3 of 3 was refused, and number 2 was taken");
    }

    @Test
    void secret_thatWasTaken_isRememberedForItsClientAlone() throws Exception {
        TokenClient client = idp.client();
        client.fetch(request().build());
        TokenRequestBuilder other = TokenRequest.clientCredentials(idp.endpoint(), "invoices", Secret.of("first"));

        client.fetch(other.clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .nextClientSecret(Secret.of("third"))
                .build());

        assertThat(sent()).containsExactly("first", "second", "third", "first", "third");
    }

    @Test
    void secrets_allRefused_areAnErrorThatCountsThem() throws Exception {
        taken = "none of them";
        TokenRequest request = request().build();

        var error = catchThrowableOfType(
                CredentialsRefusedException.class, () -> idp.client().fetch(request));

        assertThat(error)
                .hasMessage(idp.attempted() + "HTTP 401 invalid_client: no; check client id and client secret, and that"
                        + " the server offers client_secret_post for this client; each of the 3 client secrets was"
                        + " refused");
        assertThat(error.status()).hasValue(401);
        assertThat(error.error()).contains("invalid_client");
        assertThat(sent()).containsExactly("first", "second", "third");
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_client,3",
        "401,invalid_client,3",
        "401,unauthorized_client,3",
        "400,unauthorized_client,1",
        "400,invalid_grant,1",
        "401,invalid_grant,1",
        "400,invalid_scope,1"
    })
    void refusal_ofSomethingElse_endsTheTrying(int status, String error, int requests) throws Exception {
        refusal = Answer.error(status, error, "no");
        taken = "none of them";
        TokenRequest request = request().build();

        var refused =
                catchThrowableOfType(TokenException.class, () -> idp.client().fetch(request));

        assertThat(refused.error()).contains(error);
        assertThat(idp.server().requests()).hasSize(requests);
    }

    @Test
    void outage_isNoReasonForTheNextSecret() throws Exception {
        refusal = Answer.status(500);
        TokenRequest request = request().build();

        assertThatExceptionOfType(TokenServerException.class)
                .isThrownBy(() -> idp.client().fetch(request));

        assertThat(sent()).containsOnly("first");
    }

    @Test
    void nextSecret_thatCannotBeRead_isNamedBeforeAnythingIsSent() throws Exception {
        TokenRequest request = request()
                .nextClientSecret(Secret.from("test", () -> {
                    throw new SecretUnavailableException("env:NEXT is not set");
                }))
                .build();

        var error = catchThrowableOfType(
                TokenConfigurationException.class, () -> idp.client().fetch(request));

        assertThat(error).hasMessage("next_client_secret cannot be read: env:NEXT is not set");
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void clientSecret_setAgain_forgetsThoseBefore() throws Exception {
        idp.client().fetch(request().clientSecret(Secret.of("third")).build());

        assertThat(sent()).containsExactly("third");
    }

    /** Three secrets, the last two in one text. */
    private TokenRequestBuilder request() {
        return TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of("first"))
                .nextClientSecret(Secret.of("second\n\nthird\n"))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private List<String> sent() {
        return idp.server().requests().stream()
                .map(NextClientSecretTest::secret)
                .toList();
    }

    private static String secret(RecordedRequest request) {
        return request.form().getOrDefault("client_secret", List.of("")).get(0);
    }
}
