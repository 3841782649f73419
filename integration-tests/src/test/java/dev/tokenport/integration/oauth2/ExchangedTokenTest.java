package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.MalformedAnswerException;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenExchangeGrant;
import dev.tokenport.oauth2.TokenExchangeGrant.TypedToken;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an exchange asks for, and what kind of token it takes the answer for (RFC 8693). */
final class ExchangedTokenTest {

    private static final String SAML = "urn:ietf:params:oauth:token-type:saml2";
    private static final String ACCESS = TypedToken.ACCESS_TOKEN;

    private final AuthorizationServer idp = AuthorizationServer.answering();

    @AfterEach
    void stop() {
        idp.close();
    }

    @Test
    void exchange_withActorAndType_sendsAllOfIt() throws Exception {
        answer("Bearer", ACCESS);
        var grant = new TokenExchangeGrant(
                new TypedToken(Secret.of("users-token"), ACCESS),
                Optional.of(new TypedToken(Secret.of("actors-token"), SAML)),
                Optional.of(ACCESS));

        idp.client().fetch(request(grant));

        assertThat(idp.server().request().body())
                .isEqualTo("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
                        + "&subject_token=users-token"
                        + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
                        + "&actor_token=actors-token"
                        + "&actor_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Asaml2"
                        + "&requested_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token");
        assertThat(idp.sent().get(0).form())
                .contains(
                        new SentRequest.Field("subject_token", "***"),
                        new SentRequest.Field("subject_token_type", ACCESS),
                        new SentRequest.Field("actor_token", "***"),
                        new SentRequest.Field("actor_token_type", SAML),
                        new SentRequest.Field("requested_token_type", ACCESS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // asked, token_type, issued_token_type: type
                "-|Bearer|" + ACCESS + "|Bearer",
                "-|Bearer|-|Bearer",
                "-|Bearer|" + SAML + "|Bearer",
                SAML + "|N_A|" + SAML + "|N_A",
                SAML + "|n_a|" + SAML + "|N_A",
                ACCESS + "|Bearer|" + ACCESS + "|Bearer",
                SAML + "|N_A|-|N_A"
            })
    void answer_asWanted_isTakenWithoutAWarning(@Nullable String asked, String type, String issued, String taken)
            throws Exception {
        answer(type, issued);

        AccessToken token = idp.client().fetch(request(exchange(asked)));

        assertThat(token.tokenType()).isEqualTo(taken);
        assertThat(token.issuedTokenType()).isEqualTo(Optional.ofNullable(issued));
        assertThat(token.authorization().reveal()).isEqualTo("Bearer t-1");
        assertThat(token.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "-|N_A|" + SAML + "|the token is of the type '" + SAML + "', not '" + ACCESS + "' (RFC 8693 §2.2.1)",
                SAML + "|Bearer|" + ACCESS + "|the token is of the type '" + ACCESS + "', not '" + SAML
                        + "' (RFC 8693 §2.2.1)",
                "-|N_A|-|the token is not an access token, and the server does not say what it is"
                        + " (issued_token_type, RFC 8693 §2.2.1)"
            })
    void answer_ofAnotherKind_isTakenWithAWarning(
            @Nullable String asked, String type, @Nullable String issued, String warning) throws Exception {
        answer(type, issued);

        AccessToken token = idp.client().fetch(request(exchange(asked)));

        assertThat(token.warnings()).containsExactly(warning);
    }

    @Test
    void answer_thatContradictsItself_isRefused() throws Exception {
        answer("N_A", ACCESS);
        TokenRequest request = request(exchange(null));

        var error = catchThrowableOfType(
                MalformedAnswerException.class, () -> idp.client().fetch(request));

        assertThat(error).hasMessageContaining("token_type 'N_A' is not one this client can use (RFC 6749 §7.1)");
    }

    @Test
    void tokenTypeNone_withoutAnExchange_isRefused() throws Exception {
        answer("N_A", SAML);

        var error = catchThrowableOfType(MalformedAnswerException.class, idp::fetch);

        assertThat(error).hasMessageContaining("token_type 'N_A' is not one this client can use (RFC 6749 §7.1)");
    }

    private void answer(String type, @Nullable String issued) {
        String kind = issued == null ? "" : ",\"issued_token_type\":\"" + issued + "\"";
        idp.server()
                .answer(Answer.json(
                        200,
                        "{\"access_token\":\"t-1\",\"expires_in\":60,\"token_type\":\"" + type + "\"" + kind + "}"));
    }

    private static TokenExchangeGrant exchange(@Nullable String asked) {
        return new TokenExchangeGrant(
                new TypedToken(Secret.of("users-token"), ACCESS), Optional.empty(), Optional.ofNullable(asked));
    }

    private TokenRequest request(TokenExchangeGrant grant) throws Exception {
        return TokenRequest.of(dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), grant, "")
                .build();
    }
}
