package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.Headers;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.MalformedAnswerException;
import dev.tokenport.oauth2.ReceivedAnswer;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ManualTime;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenResponseTest {

    private static final String GOOD = "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"expires_in\":60}";

    @Test
    void token_granted_hasTypeExpiryScopeAndWhatElseWasThere() throws Exception {
        try (var idp = AuthorizationServer.granting(
                ",\"token_type\":\"bearer\",\"expires_in\":60,\"scope\":\"a b\",\"id_token\":\"x\",\"n\":{\"a\":[1, 2]}")) {
            AccessToken token = idp.fetch();

            assertThat(token.value().reveal()).isEqualTo("t-1");
            assertThat(token.tokenType()).isEqualTo("Bearer");
            assertThat(token.authorization().reveal()).isEqualTo("Bearer t-1");
            assertThat(token.expiresAt()).isEqualTo(ManualTime.START.plusSeconds(60));
            assertThat(token.scopes()).containsExactly("a", "b");
            assertThat(token.otherMembers().keySet()).containsExactly("id_token", "n");
            assertThat(token.otherMembers().get("n"))
                    .extracting(s -> s.reveal())
                    .isEqualTo("{\"a\":[1, 2]}");
            assertThat(token.warnings()).isEmpty();
            assertThat(token).hasToString("AccessToken[Bearer, expires at 2026-01-01T00:01:00Z]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3600           | 3600000",
                "\"3600\"       | 3600000",
                "\" 3600 \"     | 3600000",
                "3600.5         | 3600500",
                "\"3.6e3\"      | 3600000",
                "3.6E+3         | 3600000",
                "36000e-1       | 3600000",
                "99999999999999999999999 | 31536000000",
                "1e999999999999 | 31536000000",
                "\"1e99999\"    | 31536000000",
                "1e-999999      | 0",
                "1e-9999999     | 0",
                "0              | 0",
                "-1             | 0",
                "\"-0.5\"       | 0"
            })
    void expiresIn_anyNumber_isTheLifetimeUpToAYear(String json, long millis) throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"Bearer\",\"expires_in\":" + json)) {
            AccessToken token = idp.fetch();

            assertThat(token.lifetime()).isEqualTo(Duration.ofMillis(millis));
            assertThat(token.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"soon\"", "true", "[60]", "{}", "\"\"", "\"0x10\"", "\"NaN\"", "\"60 s\""})
    void expiresIn_unusable_isTheDefaultLifetimeWithAWarning(String json) throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"Bearer\",\"expires_in\":" + json)) {
            AccessToken token = idp.fetch();

            assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(5));
            assertThat(token.warnings())
                    .containsExactly("expires_in is unusable: the token is taken to be good for 300 s");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"expires_in\":null"})
    void expiresIn_missingOrNull_isTheConfiguredLifetimeWithAWarning(String member) throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"Bearer\"" + member)) {
            AccessToken token = idp.clientBuilder()
                    .defaultLifetime(Duration.ofSeconds(42))
                    .build()
                    .fetch(idp.clientCredentials().build());

            assertThat(token.lifetime()).isEqualTo(Duration.ofSeconds(42));
            assertThat(idp.warnings()).containsExactly("expires_in is missing: the token is taken to be good for 42 s");
        }
    }

    @Test
    void expiresIn_missingInAJwt_isItsExp() throws Exception {
        String jwt = jwt("{\"exp\":" + ManualTime.START.plusSeconds(90).getEpochSecond() + "}");
        try (var idp = AuthorizationServer.answering(
                Answer.json(200, "{\"access_token\":\"" + jwt + "\",\"token_type\":\"Bearer\"}"))) {
            AccessToken token = idp.fetch();

            assertThat(token.lifetime()).isEqualTo(Duration.ofSeconds(90));
            assertThat(token.warnings()).isEmpty();
        }
    }

    @Test
    void exp_farAway_isClampedToAYear() throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.json(200, "{\"access_token\":\"" + jwt("{\"exp\":1e99}") + "\",\"token_type\":\"Bearer\"}"))) {
            assertThat(idp.fetch().lifetime()).isEqualTo(Duration.ofDays(365));
        }
    }

    @Test
    void exp_unusable_isTheDefaultLifetime() throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.json(200, "{\"access_token\":\"" + jwt("{\"exp\":{}}") + "\",\"token_type\":\"Bearer\"}"))) {
            assertThat(idp.fetch().lifetime()).isEqualTo(Duration.ofMinutes(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"token_type\":null", ",\"token_type\":\" \""})
    void tokenType_missing_isBearerWithAWarning(String type) throws Exception {
        try (var idp = AuthorizationServer.granting(",\"expires_in\":60" + type)) {
            AccessToken token = idp.fetch();

            assertThat(token.tokenType()).isEqualTo("Bearer");
            assertThat(token.warnings()).containsExactly("token_type is missing: Bearer is assumed (RFC 6749 §5.1)");
        }
    }

    @Test
    void tokenType_unknown_isAnErrorNamingIt() throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"mac\"")) {
            assertThat(malformed(idp))
                    .hasMessage(idp.attempted() + "HTTP 200, but token_type 'mac' is not one this client can use"
                            + " (RFC 6749 §7.1); members: access_token, token_type");
        }
    }

    @Test
    void tokenType_dpopWithoutProof_isAnErrorNamingIt() throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"DPOP\"")) {
            assertThat(malformed(idp))
                    .hasMessage(idp.attempted() + "HTTP 200, but token_type 'DPoP' binds the token to a proof,"
                            + " and this request had none (RFC 9449 §5); members: access_token, token_type");
        }
    }

    @Test
    void scope_narrowerThanAsked_isAWarning() throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"Bearer\",\"expires_in\":60,\"scope\":\"b\"")) {
            AccessToken token =
                    idp.client().fetch(idp.clientCredentials().scope("a b c").build());

            assertThat(token.scopes()).containsExactly("b");
            assertThat(token.warnings())
                    .containsExactly(
                            "the scope granted is narrower than the one asked for: 'a c' is missing (RFC 6749 §3.3)");
        }
    }

    @Test
    void scope_absent_isTheOneAskedFor() throws Exception {
        try (var idp = AuthorizationServer.granting(",\"token_type\":\"Bearer\",\"expires_in\":60")) {
            AccessToken token =
                    idp.client().fetch(idp.clientCredentials().scope("a b").build());

            assertThat(token.scopes()).containsExactly("a", "b");
            assertThat(token.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF" + GOOD, "\uFEFF \r\n\t" + GOOD, "  " + GOOD + "\n", " \uFEFF" + GOOD})
    void json_afterMarkAndBlanksUnderAnyType_isRead(String body) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.of(200, "text/html", body))) {
            assertThat(idp.fetch().value().reveal()).isEqualTo("t-1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain; charset=utf-8"})
    void form_underItsTypes_isRead(String type) throws Exception {
        try (var idp = AuthorizationServer.answering(
                Answer.of(200, type, "access_token=t%2B1+x&token_type=bearer&expires_in=60&scope=a+b"))) {
            AccessToken token = idp.fetch();

            assertThat(token.value().reveal()).isEqualTo("t+1 x");
            assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(1));
            assertThat(token.scopes()).containsExactly("a", "b");
        }
    }

    @Test
    void form_underAnotherType_isAnError() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.of(200, "text/html", "access_token=t-1"))) {
            assertThat(malformed(idp)).hasMessage(idp.attempted() + "HTTP 200, but the answer is not a JSON object");
        }
    }

    @Test
    void gzip_compressed_isDecoded() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.gzippedJson(200, GOOD))) {
            assertThat(idp.fetch().value().reveal()).isEqualTo("t-1");
        }
    }

    @Test
    void status_201_isAsGoodAs200() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.json(201, GOOD))) {
            assertThat(idp.fetch().value().reveal()).isEqualTo("t-1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"scope\":\"a\",\"token_type\":\"Bearer\"} | access_token is missing; members: scope, token_type",
                "{\"access_token\":null}     | access_token is missing; members: access_token",
                "{\"access_token\":\"\"}     | access_token is blank; members: access_token",
                "{\"access_token\":\" \"}    | access_token is blank; members: access_token",
                "{\"access_token\":5}        | access_token is not a string; members: access_token",
                "{\"access_token\":[\"a\"]}  | access_token is not a string; members: access_token",
                "{\"access_token\":\"a\\nb\"} | access_token has a control character in it; members: access_token",
                "{\"access_token\":\"t-1\",\"token_type\":5} | token_type is not a string; members: access_token, token_type",
                "{\"access_token\":\"a1\",\"access_token\":\"b2\"} | the answer has a member twice; members: access_token",
                "{\"x\":{\"a\":1,\"a\":2}}   | the answer has a member twice; members: x",
                "{\"access_token\":\"t-1\"} x | the answer is not valid JSON; members: access_token",
                "{\"access_token\":\"t-1\"}{} | the answer goes on after the end of its JSON object; members: access_token",
                "{\"access_token\":\"t-1\"    | the answer is not valid JSON; members: access_token",
                "[\"access_token\"]          | the answer is not a JSON object",
                "t-1                         | the answer is not a JSON object",
                "null                        | the answer is not a JSON object"
            })
    void answer_withoutAUsableToken_isAnErrorThatQuotesNothing(String body, String fault) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.json(200, body))) {
            TokenException error = malformed(idp);

            assertThat(error).hasMessage(idp.attempted() + "HTTP 200, but " + fault);
            assertThat(error.attempts()).isEqualTo(1);
            assertThat(error.worthRetrying()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t-1", "dG9rZW4=", "dG9rZW4==", "%zz=1", ""})
    void text_thatIsNoForm_isAnErrorThatQuotesNothing(String body) throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.of(200, "text/plain", body))) {
            assertThat(malformed(idp))
                    .hasMessage(idp.attempted() + "HTTP 200, but the answer "
                            + (body.isEmpty() ? "is empty" : "is neither a JSON object nor a form"));
        }
    }

    @Test
    void json_notInUtf8_isAnError() throws Exception {
        byte[] latin1 = "{\"access_token\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
        try (var idp = AuthorizationServer.answering(Answer.of(200, Headers.none(), latin1))) {
            assertThat(malformed(idp)).hasMessage(idp.attempted() + "HTTP 200, but the answer is not UTF-8");
        }
    }

    @Test
    void json_nestedDeeply_isAnError() throws Exception {
        String deep = "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        try (var idp = AuthorizationServer.answering(Answer.json(200, deep))) {
            assertThat(malformed(idp))
                    .hasMessage(idp.attempted()
                            + "HTTP 200, but the answer is nested more than 32 levels deep; members: x");
        }
    }

    @Test
    void body_largerThanAMebibyteWhenDecompressed_isAnError() throws Exception {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write("{\"x\":\"".getBytes(StandardCharsets.UTF_8));
            gzip.write(new byte[64 * 1024 * 1024]);
        }
        Headers headers = Headers.none().with("Content-Encoding", "gzip");
        try (var idp = AuthorizationServer.answering(Answer.of(200, headers, compressed.toByteArray()))) {
            assertThat(malformed(idp)).hasMessage(idp.attempted() + "HTTP 200, but the answer is larger than 1 MiB");
        }
    }

    @Test
    void noContent_204_isAnErrorAndNotRetried() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.status(204))) {
            assertThat(malformed(idp)).hasMessage(idp.attempted() + "HTTP 204, but the answer is empty");
            assertThat(idp.server().requests()).hasSize(1);
        }
    }

    @Test
    void listener_answered_seesStatusTypeAndNames() throws Exception {
        try (var idp = AuthorizationServer.answering(Answer.json(200, GOOD))) {
            idp.fetch();

            assertThat(idp.answers())
                    .containsExactly(new ReceivedAnswer(
                            1, 200, "application/json", List.of("access_token", "token_type", "expires_in")));
        }
    }

    private static MalformedAnswerException malformed(AuthorizationServer idp) {
        return catchThrowableOfType(MalformedAnswerException.class, idp::fetch);
    }

    private static String jwt(String claims) {
        return "eyJhbGciOiJub25lIn0."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".x";
    }
}
