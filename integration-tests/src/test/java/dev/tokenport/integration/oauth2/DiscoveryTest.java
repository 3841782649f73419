package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.MalformedAnswerException;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenServerException;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from an issuer to its token endpoint (RFC 8414, OpenID Connect Discovery). */
final class DiscoveryTest {

    private final IssuerPlaces idp = new IssuerPlaces();

    @AfterEach
    void close() {
        idp.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', /.well-known/openid-configuration",
        "'', /.well-known/oauth-authorization-server",
        "/, /.well-known/openid-configuration",
        "/realms/a, /realms/a/.well-known/openid-configuration",
        "/realms/a, /.well-known/oauth-authorization-server/realms/a",
        "/realms/a/, /realms/a/.well-known/openid-configuration",
        "/realms/a/, /.well-known/oauth-authorization-server/realms/a",
    })
    void metadata_atAPlaceOfTheTwoStandards_leadsToTheTokenEndpoint(String path, String place) throws Exception {
        idp.put(place, idp.document(path, ""));

        String token = idp.client().fetch(idp.request(path)).value().reveal();

        assertThat(token).isEqualTo("t-1");
        RecordedRequest last =
                idp.server().requests().get(idp.server().requests().size() - 1);
        assertThat(last.method() + " " + last.target()).isEqualTo("POST /endpoint");
        assertThat(last.form()).isEqualTo(Map.of("grant_type", List.of("client_credentials")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/", "/realms/a/", "/REALMS/a"})
    void issuer_thatIsNotIdentical_isRefusedWithBoth(String told) {
        idp.put("/realms/a/.well-known/openid-configuration", idp.document(told, ""));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> idp.client().fetch(idp.request("/realms/a")))
                .withMessage(attempted("/realms/a") + idp.issuer("/realms/a")
                        + "/.well-known/openid-configuration: it is the document of another issuer, '"
                        + idp.issuer(told)
                        + "'; the two must be identical (RFC 8414 §3.3)");
        assertThat(idp.server().requests()).hasSize(1);
    }

    @Test
    void issuer_withoutMetadata_isToldWithAllPlaces() {
        idp.put("/a/.well-known/openid-configuration", Answer.of(200, "text/html", "<html>"));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> idp.client().fetch(idp.request("/a")))
                .withMessage(attempted("/a") + "no JSON object at " + idp.issuer("/a")
                        + "/.well-known/openid-configuration, HTTP 404 at "
                        + idp.server().url("/.well-known/oauth-authorization-server/a")
                        + "; check the issuer, or give the token endpoint itself");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|issuer is missing",
                "{'issuer':'ISSUER'}|token_endpoint is missing",
                "{'issuer':'ISSUER','token_endpoint':7}|token_endpoint is missing",
                "{'issuer':'ISSUER','token_endpoint':'http://far.example.org/t'}|token_endpoint 'http://far.example.org/t' is plain http to a far host, where everyone on the way can read the credentials; use https, or set allow_insecure_http",
                "{'issuer':'ISSUER','token_endpoint':'https://a:b@h/t'}|token_endpoint 'https://***@h/t' has user info in it; no credential ever stands in a URL (RFC 6749 §2.3.1)",
                "{'issuer':'ISSUER','token_endpoint':'https://h/t','revocation_endpoint':'ftp://h'}|revocation_endpoint 'ftp://h' is not an http(s) URL",
            })
    void document_thatIsFaulty_isRefusedWithTheMember(String json, String fault) {
        String text = json.replace('\'', '"').replace("ISSUER", idp.issuer("").toString());
        idp.put("/.well-known/openid-configuration", Answer.json(200, text));

        assertThatExceptionOfType(MalformedAnswerException.class)
                .isThrownBy(() -> idp.client().fetch(idp.request("")))
                .withMessage(attempted("") + idp.issuer("") + "/.well-known/openid-configuration: " + fault);
    }

    @Test
    void issuer_thatIsOverloaded_isAskedAgainAndThenToldOf() {
        idp.put("/.well-known/openid-configuration", Answer.status(503));
        var client = idp.client(new RetryPolicy(2, Duration.ofSeconds(60), Duration.ofMillis(1)));

        assertThatExceptionOfType(TokenServerException.class)
                .isThrownBy(() -> client.fetch(idp.request("")))
                .withMessage(attempted("") + "HTTP 503 at " + idp.issuer("") + "/.well-known/openid-configuration")
                .matches(TokenServerException::worthRetrying);
        assertThat(idp.discoveries()).isEqualTo(2);
    }

    @Test
    void redirect_ofTheDocument_isNotFollowed() {
        idp.put("/.well-known/openid-configuration", Answer.redirect(302, "/elsewhere"));
        idp.put("/elsewhere", idp.document("", ""));

        assertThatExceptionOfType(RequestRefusedException.class)
                .isThrownBy(() -> idp.client().fetch(idp.request("")))
                .withMessageContaining(
                        "HTTP 302 at " + idp.issuer("") + "/.well-known/openid-configuration, HTTP 404 at ");
    }

    @Test
    void refusal_ofAMethodThatIsNotOffered_namesWhatIsOffered() {
        idp.put(
                "/.well-known/openid-configuration",
                idp.document(
                        "", ",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\",\"private_key_jwt\"]"));
        idp.put("/endpoint", Answer.json(401, "{\"error\":\"invalid_client\"}"));

        assertThatExceptionOfType(CredentialsRefusedException.class)
                .isThrownBy(() -> idp.client().fetch(idp.request("")))
                .withMessageEndingWith("HTTP 401 invalid_client; check client id and client secret, and that the server"
                        + " offers client_secret_basic for this client; the server offers client_secret_post,"
                        + " private_key_jwt");
    }

    @Test
    void tokenEndpoint_givenBesideAnIssuerThatIsDown_isAskedWithAWarning() throws Exception {
        TokenRequest request = TokenRequest.of(
                        new AuthorizationServer(Optional.of(idp.endpoint()), Optional.of(idp.issuer("/down"))),
                        new Grant.ClientCredentials(),
                        "orders")
                .clientSecret(Secret.of("s3cret"))
                .build();
        idp.put("/token", IssuerPlaces.TOKEN);

        String token = idp.client().fetch(request).value().reveal();

        assertThat(token).isEqualTo("t-1");
        assertThat(idp.warnings())
                .singleElement()
                .asString()
                .endsWith("the token endpoint given is asked all the same");
    }

    @Test
    void issuer_withAQuery_isAConfigurationError() {
        assertThatExceptionOfType(TokenConfigurationException.class)
                .isThrownBy(() -> idp.request("/a?b=c"))
                .withMessage(
                        "issuer '" + idp.issuer("/a") + "' has a query; an issuer identifier has none (RFC 8414 §2)");
    }

    private String attempted(String path) {
        return "no metadata of the issuer " + idp.issuer(path) + " (client 'orders'): ";
    }
}
