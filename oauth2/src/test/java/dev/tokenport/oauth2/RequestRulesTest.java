package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestRulesTest {

    private static final URI ENDPOINT = URI.create("https://idp.example.org/token");
    private static final KeyFile NO_FILE = KeyFile.of(Path.of("nowhere.pem"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "htp://x|'htp://x' is not an http(s) URL",
                "https://idp.example.org/r?a=b|'https://idp.example.org/r' has a query; an issuer identifier has none"
                        + " (RFC 8414 §2)"
            })
    void issuer_thatIsNone_isAFault(String issuer, String fault) {
        assertThat(faults(TokenRequest.of(issuer(issuer), new Grant.ClientCredentials(), "orders")
                        .clientSecret(Secret.of("s"))))
                .isEqualTo("issuer " + fault);
    }

    @Test
    void endpoints_ofRevocationAndDevice_keepTheRulesOfTheTokenEndpoint() {
        var builder = clientCredentials()
                .revocationEndpoint(URI.create("htp://x"))
                .deviceAuthorizationEndpoint(URI.create("https://idp.example.org/device?Password=p"));

        assertThat(faults(builder))
                .isEqualTo("revocation_endpoint 'htp://x' is not an http(s) URL;"
                        + " device_authorization_endpoint 'https://idp.example.org/device' carries 'password' in its"
                        + " query; credentials do not belong in a URL (RFC 6749 §2.3.1)");
    }

    @Test
    void assertion_withoutIssuerAndWithAClaimOfItsOwn_isTwoFaults() {
        var claims = new JwtClaims(" ", "ada", "", Duration.ofMinutes(1), Map.of("exp", "1", "department", "x"));

        assertThat(faults(of(new JwtBearer.Made(SigningKey.of(NO_FILE), claims), "")))
                .isEqualTo("assertion_issuer is missing, as is the client id;"
                        + " assertion_claims names 'exp', which is set by an option of its own");
    }

    @Test
    void grantThatTellsTheClient_withoutAnId_isGoodUnlessTheClientAuthenticates() {
        var given = new JwtBearer.Given(Secret.of("a.b.c"));

        assertThat(faults(of(given, ""))).isEmpty();
        assertThat(faults(of(given, "").clientSecret(Secret.of("s")))).isEqualTo("client_id is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "https://api.example.org/#part", "https://api .example.org", "//api.example.org"})
    void resource_thatIsNoAbsoluteUriWithoutFragment_isAFault(String resource) {
        assertThat(faults(clientCredentials().resource("https://api.example.org", resource)))
                .isEqualTo("resource '" + resource + "' is not an absolute URI without fragment (RFC 8707 §2)");
    }

    @Test
    void extraParameter_withoutAName_isAFault() {
        assertThat(faults(clientCredentials().extraParameter(" ", "x").extraParameter("tenant", "x")))
                .isEqualTo("extra_parameters has a parameter without a name");
    }

    @Test
    void clientId_withColon_isAFaultOnlyWhereItIsSentRaw() {
        var colon = TokenRequest.clientCredentials(ENDPOINT, "a:b", Secret.of("s"));

        assertThat(faults(colon)).isEmpty();
        assertThat(faults(colon.secretEncoding(SecretEncoding.RAW)
                        .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CLIENT_SECRET_BASIC|client_secret is missing",
                "PRIVATE_KEY_JWT|client_authentication 'private_key_jwt' needs a private key, and there is none",
                "TLS_CLIENT_AUTH|client_authentication 'tls_client_auth' needs a certificate with its key, and there is"
                        + " none"
            })
    void clientCredentials_withoutWhatTheMethodNeeds_isAFault(ClientAuthenticationMethod method, String fault) {
        assertThat(faults(of(new Grant.ClientCredentials(), "orders").clientAuthentication(method)))
                .isEqualTo(fault);
    }

    @Test
    void clientCredentials_withoutAnything_needASecret() {
        assertThat(faults(of(new Grant.ClientCredentials(), "orders"))).isEqualTo("client_secret is missing");
    }

    @Test
    void clientCredentials_withAKeyOrACertificateAlone_areGood() {
        assertThat(faults(of(new Grant.ClientCredentials(), "orders").signingKey(SigningKey.of(NO_FILE))))
                .isEmpty();
        assertThat(faults(of(new Grant.ClientCredentials(), "orders").clientCertificate(NO_FILE)))
                .isEmpty();
    }

    @Test
    void secretAsked_withAKeyGiven_isAFaultOfTheMethod() {
        assertThat(faults(of(new Grant.ClientCredentials(), "orders")
                        .signingKey(SigningKey.of(NO_FILE))
                        .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)))
                .isEqualTo("client_authentication 'client_secret_post' needs a client secret, and there is none");
    }

    @Test
    void assertionForTheIssuer_withoutAnIssuer_isAFaultWhereOneIsSent() {
        var bySecret = clientCredentials().assertionAudience(AssertionAudience.ISSUER);

        assertThat(faults(bySecret)).isEmpty();
        assertThat(faults(bySecret.clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT)))
                .isEqualTo("assertion_audience 'issuer' needs an issuer identifier, and there is none");
    }

    @Test
    void algorithm_thatTheSecretCannotSignWith_isAFaultWhereItSigns() {
        var byAlgorithm = clientCredentials().secretAlgorithm(JwsAlgorithm.ES256);

        assertThat(faults(byAlgorithm)).isEmpty();
        assertThat(faults(byAlgorithm.clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_JWT)))
                .isEqualTo("key_algorithm 'ES256' signs with a private key; client_secret_jwt needs HS256, HS384 or"
                        + " HS512");
        assertThat(faults(byAlgorithm.secretAlgorithm(JwsAlgorithm.HS384))).isEmpty();
    }

    private static TokenRequestBuilder clientCredentials() {
        return TokenRequest.clientCredentials(ENDPOINT, "orders", Secret.of("s"));
    }

    private static TokenRequestBuilder of(Grant grant, String clientId) {
        return TokenRequest.of(AuthorizationServer.at(ENDPOINT), grant, clientId);
    }

    private static AuthorizationServer issuer(String issuer) {
        return new AuthorizationServer(Optional.of(ENDPOINT), Optional.of(URI.create(issuer)));
    }

    /** What is wrong with a request, empty if nothing is. */
    private static String faults(TokenRequestBuilder builder) {
        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);
        return error == null ? "" : String.valueOf(error.getMessage());
    }
}
