package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client's own assertion (RFC 7521 §4.2, RFC 7523 §3), as it arrives at the server. */
final class AssertionOnTheWireTest {

    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final String LONG_SECRET = "a secret of 32 octets, or of more than that";

    private static final Answer TOKEN = Answer.token("t-1", Duration.ofMinutes(1));

    @TempDir
    Path folder;

    private final AuthorizationServer idp = AuthorizationServer.answering();

    @AfterEach
    void stop() {
        idp.close();
    }

    @Test
    void privateKeyJwt_sent_replacesEverySecret() throws Exception {
        idp.server().answer(TOKEN);
        ClientKey key = ClientKey.fitting(JwsAlgorithm.ES256);

        idp.client()
                .fetch(byKey(key)
                        .clientSecret(Secret.of("s3cret"))
                        .clientAuthentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                        .build());

        RecordedRequest request = idp.server().request();
        assertThat(request.headers().contains("Authorization")).isFalse();
        assertThat(request.form().keySet())
                .containsExactly("grant_type", "client_id", "client_assertion_type", "client_assertion");
        assertThat(request.form()).containsEntry("client_assertion_type", List.of(TYPE));
        assertThat(request.body()).doesNotContain("s3cret");
        JWTClaimsSet claims = claims(request);
        assertThat(claims.getIssuer()).isEqualTo("orders");
        assertThat(claims.getSubject()).isEqualTo("orders");
        assertThat(claims.getAudience()).containsExactly(idp.endpoint().toString());
        assertThat(claims.getIssueTime()).isEqualTo(idp.time().now());
        assertThat(claims.getExpirationTime()).isEqualTo(idp.time().now().plus(Duration.ofMinutes(1)));
        assertThat(claims.getNotBeforeTime()).isNull();
        assertThat(SignedJWT.parse(assertion(request))
                        .verify(new ECDSAVerifier(key.jwk("any").toECKey())))
                .isTrue();
    }

    @Test
    void assertion_sentAgain_hasAnotherJti() throws Exception {
        idp.server().answer(Answer.status(503), TOKEN);

        idp.client().fetch(byKey(ClientKey.fitting(JwsAlgorithm.ES256)).build());

        List<RecordedRequest> requests = idp.server().requests();
        assertThat(requests).hasSize(2);
        assertThat(claims(requests.get(0)).getJWTID())
                .isNotEmpty()
                .isNotEqualTo(claims(requests.get(1)).getJWTID());
    }

    @Test
    void audience_issuer_isTheIssuerAsItWasGiven() throws Exception {
        idp.server().answer(TOKEN);
        SigningKey key = inFile(ClientKey.fitting(JwsAlgorithm.ES256));
        var server = new dev.tokenport.oauth2.AuthorizationServer(
                Optional.of(idp.endpoint()), Optional.of(URI.create("http://localhost:1/realms/r")));

        idp.client(new RetryPolicy(1, Duration.ofSeconds(5), Duration.ofMillis(1)))
                .fetch(TokenRequest.of(server, new Grant.ClientCredentials(), "orders")
                        .signingKey(key)
                        .assertionAudience(AssertionAudience.ISSUER)
                        .build());

        assertThat(claims(idp.server().request()).getAudience()).containsExactly("http://localhost:1/realms/r");
    }

    @Test
    void clientSecretJwt_sent_hidesTheSecretInAHash() throws Exception {
        idp.server().answer(TOKEN);
        idp.client().fetch(bySecret(LONG_SECRET).build());

        RecordedRequest request = idp.server().request();
        assertThat(request.headers().contains("Authorization")).isFalse();
        assertThat(request.form().keySet())
                .containsExactly("grant_type", "client_id", "client_assertion_type", "client_assertion");
        SignedJWT jwt = SignedJWT.parse(assertion(request));
        assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("HS256");
        assertThat(jwt.verify(new MACVerifier(LONG_SECRET))).isTrue();
    }

    @Test
    void clientSecretJwt_shortSecret_isNamedBeforeAnythingIsSent() throws Exception {
        TokenRequest request =
                bySecret(LONG_SECRET).secretAlgorithm(JwsAlgorithm.HS512).build();

        var error = catchThrowableOfType(
                TokenConfigurationException.class, () -> idp.client().fetch(request));

        assertThat(error).hasMessage("client_secret is shorter than the 64 octets that HS512 needs (RFC 7518 §3.2)");
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void key_thatCannotBeUsed_isNamedBeforeAnythingIsSent() throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), "s3cret");
        TokenRequest request =
                client().signingKey(SigningKey.of(KeyFile.of(file))).build();

        var error = catchThrowableOfType(
                TokenConfigurationException.class, () -> idp.client().fetch(request));

        assertThat(error).hasMessageStartingWith("signing_key cannot be used: key file '" + file + "': ");
        assertThat(error.getMessage()).doesNotContain("s3cret");
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void secretAndKey_notNeeded_areNotRead() throws Exception {
        idp.server().answer(TOKEN, TOKEN);
        Secret unread = Secret.from("test", () -> {
            throw new AssertionError("read");
        });
        idp.client()
                .fetch(byKey(ClientKey.fitting(JwsAlgorithm.ES256))
                        .clientSecret(unread)
                        .clientAuthentication(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
                        .build());
        idp.client()
                .fetch(client().clientSecret(Secret.of("s3cret"))
                        .signingKey(SigningKey.of(KeyFile.of(folder.resolve("nowhere.pem"))))
                        .build());

        assertThat(idp.server().requests()).hasSize(2);
    }

    @Test
    void assertion_sent_isShownNowhere() throws Exception {
        idp.server().answer(Answer.error(400, "invalid_client", "no"));
        TokenRequest request = byKey(ClientKey.fitting(JwsAlgorithm.ES256)).build();

        var error =
                catchThrowableOfType(TokenException.class, () -> idp.client().fetch(request));

        String assertion = assertion(idp.server().request());
        assertThat(idp.sent()).hasSize(1);
        assertThat(idp.sent().get(0).form())
                .contains(new SentRequest.Field("client_assertion", "***"))
                .contains(new SentRequest.Field("client_assertion_type", TYPE));
        assertThat(idp.redactor().redact("sent " + assertion)).isEqualTo("sent ***");
        assertThat(error.getMessage()).doesNotContain(assertion);
    }

    @Test
    void assertion_echoed_isRedacted() throws Exception {
        idp.server().answer(TOKEN);
        ClientKey key = ClientKey.fitting(JwsAlgorithm.EDDSA);
        idp.client().fetch(byKey(key).build());
        String assertion = assertion(idp.server().request());
        idp.server().answer(Answer.error(400, "invalid_client", "bad assertion " + assertion));
        TokenRequest request = byKey(key).build();

        var error =
                catchThrowableOfType(TokenException.class, () -> idp.client().fetch(request));

        assertThat(error.getMessage())
                .contains("invalid_client: bad assertion ***")
                .doesNotContain(assertion);
    }

    private TokenRequestBuilder client() {
        return TokenRequest.of(
                dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), new Grant.ClientCredentials(), "orders");
    }

    private TokenRequestBuilder byKey(ClientKey key) throws Exception {
        return client().signingKey(inFile(key));
    }

    private TokenRequestBuilder bySecret(String secret) {
        return client().clientSecret(Secret.of(secret))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT);
    }

    private SigningKey inFile(ClientKey key) throws Exception {
        return SigningKey.of(KeyFile.of(key.write(folder.resolve("client.pem"))));
    }

    private static String assertion(RecordedRequest request) {
        return request.form().getOrDefault("client_assertion", List.of("")).get(0);
    }

    private static JWTClaimsSet claims(RecordedRequest request) throws Exception {
        return SignedJWT.parse(assertion(request)).getJWTClaimsSet();
    }
}
