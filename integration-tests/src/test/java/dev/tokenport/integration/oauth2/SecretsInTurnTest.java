package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several client secrets: each is tried only when the server refuses the one before. */
final class SecretsInTurnTest {

    private final AuthorizationServer idp = AuthorizationServer.answering();
    private final Set<String> valid = new CopyOnWriteArraySet<>();

    SecretsInTurnTest() {
        idp.server().otherwise(this::answer);
    }

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void firstSecret_thatIsTaken_isTheOnlyOneSent() throws Exception {
        valid.add("old");
        valid.add("new");

        idp.client().fetch(request("old", "new"));

        assertThat(sent()).containsExactly("old");
        assertThat(idp.warnings()).isEmpty();
    }

    @Test
    void nextSecret_afterARefusal_isTakenRememberedAndToldOf() throws Exception {
        valid.add("new");
        TokenClient client = idp.client();

        client.fetch(request("old", "new"));
        client.fetch(request("old", "new"));

        assertThat(sent()).containsExactly("old", "new", "new");
        assertThat(idp.warnings()).containsExactly("client secret 1 of 2 was refused, and number 2 was taken");
    }

    @Test
    void secretThatWasTaken_refusedLater_isFollowedByTheOthers() throws Exception {
        valid.add("new");
        TokenClient client = idp.client();
        client.fetch(request("old", "new"));
        valid.clear();
        valid.add("old");

        client.fetch(request("old", "new"));

        assertThat(sent()).containsExactly("old", "new", "new", "old");
        assertThat(idp.warnings()).endsWith("client secret 2 of 2 was refused, and number 1 was taken");
    }

    @Test
    void severalSecrets_inOneText_areALineEach() throws Exception {
        valid.add("3");

        idp.client().fetch(request("1", "2\n\n3\r\n4"));

        assertThat(sent()).containsExactly("1", "2", "3");
    }

    @Test
    void secrets_allRefused_areToldOfOnce() {
        assertThatExceptionOfType(CredentialsRefusedException.class)
                .isThrownBy(() -> idp.client().fetch(request("old", "new")))
                .withMessage(
                        idp.attempted() + "HTTP 401 invalid_client: no; check client id and client secret, and that"
                                + " the server offers client_secret_basic for this client; each of the 2 client secrets was"
                                + " refused");
        assertThat(sent()).containsExactly("old", "new");
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_grant", "400, unauthorized_client", "400, invalid_scope", "401, access_denied"})
    void refusal_ofSomethingElse_costsOneRequest(int status, String error) {
        idp.server().answer(Answer.error(status, error, "no"));

        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> idp.client().fetch(request("old", "new")));

        assertThat(sent()).containsExactly("old");
    }

    @Test
    void refusalOfAClient_asKeycloakSaysIt_isFollowedByTheNextSecret() throws Exception {
        valid.add("new");
        idp.server().answer(Answer.error(401, "unauthorized_client", "Invalid client credentials"));

        idp.client().fetch(request("old", "new"));

        assertThat(sent()).containsExactly("old", "new");
    }

    @Test
    void nextSecret_thatCannotBeRead_isAConfigurationErrorBeforeAnythingIsSent() throws Exception {
        TokenRequest request = idp.clientCredentials()
                .nextClientSecret(Secret.from("file:none", () -> {
                    throw new SecretUnavailableException("no such file");
                }))
                .build();

        assertThatExceptionOfType(TokenConfigurationException.class)
                .isThrownBy(() -> idp.client().fetch(request))
                .withMessage("next_client_secret cannot be read: no such file");
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void secretAfterARotation_startsANewEntryOfTheCache() throws Exception {
        valid.add("old");
        idp.cache().source(idp.client(), request("old", "new")).token();
        idp.cache().source(idp.client(), request("old", "newer")).token();

        assertThat(sent()).containsExactly("old", "old");
    }

    private TokenRequest request(String first, String next) throws TokenConfigurationException {
        return idp.clientCredentials()
                .clientSecret(Secret.of(first))
                .nextClientSecret(Secret.of(next))
                .build();
    }

    private Answer answer(RecordedRequest request) {
        return valid.contains(secret(request))
                ? Answer.json(200, "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":300}")
                : Answer.error(401, "invalid_client", "no");
    }

    private List<String> sent() {
        return idp.server().requests().stream().map(SecretsInTurnTest::secret).toList();
    }

    private static String secret(RecordedRequest request) {
        String basic = request.headers().first("Authorization").orElse("Basic ").substring("Basic ".length());
        return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).replaceFirst("^orders:", "");
    }
}
