package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.JwtBearer;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What to try after a refusal depends on the grant, on how the client authenticates and on what the server said. */
final class RefusalHintTest {

    private static final String SUBJECT =
            "the subject token or the actor token has expired, was revoked, or is not meant"
                    + " for this client, which must be in its audience";
    private static final String SAML = "urn:ietf:params:oauth:token-type:saml2";
    private static final String SECRET = "a secret of 32 octets, or of more than that";

    @TempDir
    Path folder;

    private final AuthorizationServer idp = AuthorizationServer.answering();

    @AfterEach
    void stop() {
        idp.close();
    }

    @Test
    void invalidGrant_ofARefreshToken_asksForANewOne() throws Exception {
        var grant = new Grant.RefreshToken(Secret.of("r-1"));

        assertThat(hint(request(grant), 400, "invalid_grant", "no"))
                .isEqualTo("; the refresh token has expired, was revoked, was used before or is another client's: get a"
                        + " new one");
    }

    @Test
    void invalidGrant_ofAnAssertionGivenAndMade_tellsWhatMayBeWrongWithEach() throws Exception {
        var given = new JwtBearer.Given(Secret.of("e30.e30.x"));
        var made = new JwtBearer.Made(key(), new JwtClaims("me", "ada", "", Duration.ofMinutes(1), Map.of()));

        assertThat(hint(request(given), 400, "invalid_grant", "no"))
                .isEqualTo("; the assertion has expired, was used before, is for another audience or is from an issuer"
                        + " that the server does not trust");
        assertThat(hint(request(made), 400, "invalid_grant", "no"))
                .isEqualTo("; check issuer, subject and audience of the assertion, that the server trusts the key for"
                        + " this issuer, and the clock of this machine");
    }

    @Test
    void invalidGrant_ofAClientAlone_hasNoHint() throws Exception {
        assertThat(hint(idp.clientCredentials(), 400, "invalid_grant", "no")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_grant,''",
        "invalid_request,; check also the token types",
        "invalid_token,; check also the token types",
        "access_denied,; check also the token types",
        "unsupported_token_type,; check also the token types"
    })
    void exchange_refused_isAboutItsTokens(String error, String more) throws Exception {
        assertThat(hint(request(exchange(Optional.empty())), 400, error, "no")).isEqualTo("; " + SUBJECT + more);
    }

    @Test
    void exchange_refusedWithATypeAskedFor_namesIt() throws Exception {
        assertThat(hint(request(exchange(Optional.of(SAML))), 400, "invalid_request", "no"))
                .isEqualTo("; " + SUBJECT + "; check also the token types, and whether it gives tokens of the type '"
                        + SAML + "'");
    }

    @Test
    void exchange_refusedForAnotherReason_hasNoHint() throws Exception {
        assertThat(hint(request(exchange(Optional.empty())), 400, "slow_down", "no"))
                .isEmpty();
        assertThat(hint(idp.clientCredentials(), 400, "access_denied", "no")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"invalid_client,Audience not found", "access_denied,no such resource", "invalid_target,no"})
    void exchange_refusedForItsTarget_isAboutAudienceAndResource(String error, String description) throws Exception {
        var exchange = exchange(Optional.empty());

        assertThat(hint(request(exchange).audience("orders-api"), 400, error, description))
                .isEqualTo("; check audience and resource: the server must know the service the token is for");
        assertThat(hint(request(exchange).resource("https://api.example.org"), 400, error, description))
                .isEqualTo("; check audience and resource: the server must know the service the token is for");
        assertThat(hint(request(exchange), 400, error, description))
                .isEqualTo("; the server seems to want an audience or a resource: name the service the token is for");
    }

    @Test
    void invalidClient_ofAnExchangeNotAboutItsTarget_isAboutTheClient() throws Exception {
        var request = request(exchange(Optional.empty())).clientSecret(Secret.of("plain"));

        assertThat(hint(request, 401, "invalid_client", "no"))
                .isEqualTo(
                        "; check client id and client secret, and that the server offers client_secret_basic for this"
                                + " client");
    }

    @Test
    void invalidClient_thatSpeaksOfAnAudienceWithoutAnExchange_isAboutTheClient() throws Exception {
        var request = TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of("plain"));

        assertThat(hint(request, 401, "invalid_client", "unknown audience"))
                .startsWith("; check client id and client secret");
    }

    @Test
    void invalidClient_ofAPublicClient_isAboutItsId() throws Exception {
        assertThat(hint(idp.password(), 401, "invalid_client", "no"))
                .isEqualTo("; check the client id, and that the server knows it as a public client, without a secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOKEN_ENDPOINT|the assertion is made out for the token endpoint, and some servers expect `issuer`",
                "ISSUER|the assertion is made out for the issuer, and some servers expect `token_endpoint`"
            })
    void invalidClient_ofAKey_isAboutKeyClockAndAudience(AssertionAudience audience, String hint) throws Exception {
        var server = new dev.tokenport.oauth2.AuthorizationServer(
                Optional.of(idp.endpoint()), Optional.of(URI.create("http://localhost:1/realms/r")));
        var request = TokenRequest.of(server, new Grant.ClientCredentials(), "orders")
                .signingKey(key())
                .assertionAudience(audience);

        assertThat(hint(request, 401, "invalid_client", "no"))
                .isEqualTo("; check the client id and this machine's clock, and that the server knows the public key of"
                        + " this client and offers private_key_jwt for it; " + hint);
    }

    @Test
    void invalidClient_ofASecretThatSigns_isAboutSecretAndClock() throws Exception {
        var request = TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of(SECRET))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT);

        assertThat(hint(request, 401, "invalid_client", "no"))
                .isEqualTo("; check client id, client secret and this machine's clock, and that the server offers"
                        + " client_secret_jwt for this client; the assertion is made out for the token endpoint, and"
                        + " some servers expect `issuer`");
    }

    @Test
    void invalidClient_ofASecretInTheBody_saysNothingOfItsEncoding() throws Exception {
        var request = TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of("a b"))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST);

        assertThat(hint(request, 401, "invalid_client", "no"))
                .isEqualTo("; check client id and client secret, and that the server offers client_secret_post for this"
                        + " client");
    }

    @Test
    void invalidClient_ofAnIdThatEncodingChanges_hintsAtRaw() throws Exception {
        var request = TokenRequest.clientCredentials(idp.endpoint(), "orders app", Secret.of("plain"));

        assertThat(hint(request, 401, "invalid_client", "no"))
                .endsWith("; form encoding changes this id or secret, and some servers expect `raw`");
    }

    @Test
    void unauthorizedClient_401OrAssertion_mayAlsoBeTheCredentials() throws Exception {
        var plain = TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of("plain"));
        var signed = request(new Grant.ClientCredentials()).signingKey(key());

        assertThat(hint(plain, 401, "unauthorized_client", "no"))
                .isEqualTo(
                        "; check client id and client secret, and that the server offers client_secret_basic for this"
                                + " client; or the grant client_credentials is not enabled for this client at the server");
        assertThat(hint(signed, 400, "unauthorized_client", "no"))
                .startsWith("; check the client id and this machine's clock, and that the server knows the public key")
                .endsWith("; or the grant client_credentials is not enabled for this client at the server");
    }

    @Test
    void dpop_refused_isAboutClockAndUrlOrAboutTheNonce() throws Exception {
        var bound = idp.clientCredentials().dpopKey(DpopKey.generate());

        assertThat(hint(bound, 400, "invalid_dpop_proof", "no"))
                .isEqualTo("; the server does not accept the DPoP proof: check this machine's clock, and that the URL"
                        + " asked is the one the server knows as its own");
        assertThat(hint(bound, 400, "use_dpop_nonce", "no"))
                .isEqualTo("; the server wants another DPoP nonce, and gave none that helps (RFC 9449 §8)");
        assertThat(hint(idp.clientCredentials(), 400, "use_dpop_nonce", "no"))
                .isEqualTo("; the server wants the token bound to a key (DPoP, RFC 9449)");
    }

    /** What stands in the message behind what the server said. */
    private String hint(TokenRequestBuilder builder, int status, String error, String description) throws Exception {
        TokenRequest request = builder.build();
        idp.server().answer(Answer.error(status, error, description));

        var refused =
                catchThrowableOfType(TokenException.class, () -> idp.client().fetch(request));

        String said = "HTTP " + status + " " + error + ": " + description;
        assertThat(refused).hasMessageContaining(said);
        String message = refused.getMessage();
        return message.substring(message.indexOf(said) + said.length());
    }

    private TokenRequestBuilder request(Grant grant) {
        return TokenRequest.of(dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), grant, "orders");
    }

    private static TokenExchangeGrant exchange(Optional<String> type) {
        return new TokenExchangeGrant(
                new TypedToken(Secret.of("users-token"), TypedToken.ACCESS_TOKEN), Optional.empty(), type);
    }

    private SigningKey key() throws Exception {
        return SigningKey.of(KeyFile.of(ClientKey.fitting(JwsAlgorithm.ES256).write(folder.resolve("client.pem"))));
    }
}
