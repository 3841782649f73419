package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.MalformedAnswerException;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.SecretEncoding;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenErrorTest {

    @Test
    void oauthError_complete_isToldInFull() throws Exception {
        String body = "{\"error\":\"invalid_scope\",\"error_description\":\"no\\nsuch \\u0007scope\","
                + "\"error_uri\":\"https://idp.example.org/e/7\"}";
        try (var idp = AuthorizationServer.answering(Answer.json(400, body))) {
            TokenRequest request = idp.clientCredentials().scope("a b").build();

            var error = catchThrowableOfType(
                    RequestRefusedException.class, () -> idp.client().fetch(request));

            assertThat(error)
                    .hasMessage(
                            idp.attempted() + "HTTP 400 invalid_scope: no such scope (see https://idp.example.org/e/7);"
                                    + " check the scope 'a b' and that this client may ask for it");
            assertThat(error.error()).contains("invalid_scope");
            assertThat(error.status()).hasValue(400);
            assertThat(error.worthRetrying()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | unauthorized_client | the grant client_credentials is not enabled for this client at the server",
                "400 | unsupported_grant_type | the server does not offer the grant client_credentials",
                "400 | invalid_scope | the server wants a scope to be named",
                "404 | Realm does not exist | there is no token endpoint at this address: check realm and path",
                "400 | invalid_target | the server seems to want an audience or a resource: name the service the token is for"
            })
    void oauthError_known_hasAHint(int status, String code, String hint) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(status, code, "no"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error).hasMessage(idp.attempted() + "HTTP " + status + " " + code + ": no; " + hint);
        }
    }

    @Test
    void missingAudience_told_hasAHint() throws Exception {
        try (var idp =
                AuthorizationServer.answering(Answer.error(403, "access_denied", "parameter audience is required"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP 403 access_denied: parameter audience is required; the server"
                            + " seems to want an audience or a resource: name the service the token is for");
        }
    }

    @Test
    void invalidClient_plainSecret_namesTheMethod() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(401, "invalid_client", "no"))) {
            TokenRequest request = TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of("plain-secret"))
                    .build();

            var error = catchThrowableOfType(
                    CredentialsRefusedException.class, () -> idp.client().fetch(request));

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP 401 invalid_client: no; check client id and client secret,"
                            + " and that the server offers client_secret_basic for this client");
        }
    }

    @Test
    void invalidClient_secretThatEncodingChanges_hintsAtRaw() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(401, "invalid_client", "no"))) {
            var error = catchThrowableOfType(CredentialsRefusedException.class, idp::fetch);

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP 401 invalid_client: no; check client id and client secret,"
                            + " and that the server offers client_secret_basic for this client;"
                            + " form encoding changes this id or secret, and some servers expect `raw`");
        }
    }

    @Test
    void invalidClient_rawSecretThatEncodingChanges_hintsAtForm() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(401, "invalid_client", "no"))) {
            TokenRequest request =
                    idp.clientCredentials().secretEncoding(SecretEncoding.RAW).build();

            var error = catchThrowableOfType(
                    CredentialsRefusedException.class, () -> idp.client().fetch(request));

            assertThat(error)
                    .hasMessageEndingWith(
                            "form encoding would change this id or secret, and most servers expect `form`");
        }
    }

    @Test
    void invalidGrant_ofAPassword_hintsAtUserAndAccount() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.error(400, "invalid_grant", "no"))) {
            TokenRequest request = idp.password().build();

            var error = catchThrowableOfType(
                    CredentialsRefusedException.class, () -> idp.client().fetch(request));

            assertThat(error)
                    .hasMessage("no token from " + idp.endpoint() + " (grant password, client 'orders'): HTTP 400"
                            + " invalid_grant: no; check user name and password, and that the account is enabled and"
                            + " set up");
        }
    }

    @Test
    void ok_withError_isAnError() throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.json(200, "{\"error\":\"bad_verification_code\",\"access_token\":\"tok-secret-1\"}"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error).hasMessage(idp.attempted() + "HTTP 200 bad_verification_code");
        }
    }

    @Test
    void refusal_withAccessToken_isAnErrorThatQuotesNothing() throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.json(400, "{\"message\":\"oops\",\"access_token\":\"tok-secret-1\"}"))) {
            var error = catchThrowableOfType(MalformedAnswerException.class, idp::fetch);

            assertThat(error)
                    .hasMessage(
                            idp.attempted() + "HTTP 400 with a token in the answer; members: message, access_token");
        }
    }

    @Test
    void brokenRefusal_withAccessToken_quotesNothing() throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.json(400, "{\"message\":\"oops\",\"access\\u005ftoken\":\"tok-secret-1\""))) {
            var error = catchThrowableOfType(MalformedAnswerException.class, idp::fetch);

            assertThat(error.getMessage()).doesNotContain("tok-secret-1").doesNotContain("oops");
        }
    }

    @Test
    void html_insteadOfAnOauthError_isQuotedOnOneLineUpTo200Characters() throws Exception {
        String page = "<html>\r\n <b>\u001B[31mgone\u202E</b>" + "x".repeat(300);
        try (var idp = AuthorizationServer.answering(Answer.of(403, "text/html; charset=utf-8", page))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            String quote = ("<html> <b> [31mgone\uFFFD</b>" + "x".repeat(300)).substring(0, 199) + "…";
            assertThat(error).hasMessage(idp.attempted() + "HTTP 403: " + quote);
        }
    }

    @Test
    void unauthorized_withoutBody_isAboutTheCredentials() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(401))) {
            var error = catchThrowableOfType(CredentialsRefusedException.class, idp::fetch);

            assertThat(error).hasMessageStartingWith(idp.attempted() + "HTTP 401; check client id and client secret");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirect_any_isNotFollowed(int status) throws Exception {
        try (var idp =
                AuthorizationServer.answering(Answer.redirect(status, "https://other.example.org/login?session=abc"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP " + status + " points to https://other.example.org;"
                            + " redirects are not followed, credentials are not sent on");
            assertThat(idp.server().requests()).hasSize(1);
        }
    }

    @Test
    void redirect_relative_pointsToTheServerItself() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.redirect(302, "/login"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error)
                    .hasMessage(idp.attempted() + "HTTP 302 points to http://127.0.0.1:"
                            + idp.server().port() + "; redirects are not followed, credentials are not sent on");
        }
    }

    @Test
    void secrets_echoedInAnyEncoding_areNeverInTheMessage() throws Exception {
        String form = URLEncoder.encode(AuthorizationServer.SECRET, StandardCharsets.UTF_8);
        String basic = Base64.getEncoder().encodeToString(("orders:" + form).getBytes(StandardCharsets.UTF_8));
        String base64 = Base64.getEncoder().encodeToString(AuthorizationServer.SECRET.getBytes(StandardCharsets.UTF_8));
        String echo =
                String.join(" | ", AuthorizationServer.SECRET, form, form.replace("+", "%20"), basic, base64, "end");
        try (var idp = AuthorizationServer.answering(
                Answer.error(400, "invalid_request", echo), Answer.of(403, "text/html", echo))) {
            var told = catchThrowableOfType(TokenException.class, idp::fetch);
            var quoted = catchThrowableOfType(TokenException.class, idp::fetch);

            assertThat(told)
                    .hasMessage(idp.attempted() + "HTTP 400 invalid_request: *** | *** | *** | *** | *** | end");
            assertThat(quoted).hasMessage(idp.attempted() + "HTTP 403: *** | *** | *** | *** | *** | end");
        }
    }

    @Test
    void token_echoedInADescription_isNeverInTheMessage() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.json(
                400,
                "{\"error\":\"invalid_request\",\"error_description\":\"issued tok-secret-1\","
                        + "\"access_token\":\"tok-secret-1\"}"))) {
            var error = catchThrowableOfType(RequestRefusedException.class, idp::fetch);

            assertThat(error).hasMessage(idp.attempted() + "HTTP 400 invalid_request: issued ***");
        }
    }
}
