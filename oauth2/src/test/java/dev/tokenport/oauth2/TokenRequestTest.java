package dev.tokenport.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.secret.Secret;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenRequestTest {

    private static final URI ENDPOINT = URI.create("https://idp.example.org/token");

    @Test
    void request_withManyFaults_reportsAllAtOnce() {
        var builder = TokenRequest.password(URI.create("htp://x"), " ", "", Secret.of("p"))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .resource("orders")
                .extraParameter("scope", "a");

        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);

        assertThat(error)
                .hasMessage(
                        "token_endpoint 'htp://x' is not an http(s) URL; client_id is missing; user_name is missing;"
                                + " client_authentication 'client_secret_post' needs a client secret, and there is none;"
                                + " resource 'orders' is not an absolute URI without fragment (RFC 8707 §2);"
                                + " extra_parameters names 'scope', which is set by an option of its own");
        assertThat(error.worthRetrying()).isFalse();
    }

    @Test
    void fault_withTheCallersNames_isWordedWithThem() {
        var builder = TokenRequest.clientCredentials(ENDPOINT, "", Secret.of("s"));

        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);

        assertThat(error.message(option -> "--" + option.toString().toLowerCase(Locale.ROOT)))
                .isEqualTo("--client_id is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://idp.example.org/token", "https://u:p@idp.example.org/t", "https://idp.example.org/t#f"})
    void endpoint_thatCredentialsMustNotBeSentTo_isAFault(String url) {
        var builder = TokenRequest.clientCredentials(URI.create(url), "orders", Secret.of("s"));

        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);

        assertThat(error.faults()).hasSize(1);
        assertThat(error.faults().get(0).option()).isEqualTo(TokenOption.TOKEN_ENDPOINT);
        assertThat(error.getMessage()).doesNotContain("u:p");
    }

    @Test
    void endpoint_withACredentialInItsQuery_isAFaultThatDoesNotShowIt() {
        var builder = TokenRequest.clientCredentials(
                URI.create("https://idp.example.org/token?client_secret=hidden"), "orders", Secret.of("s"));

        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);

        assertThat(error)
                .hasMessage("token_endpoint 'https://idp.example.org/token' carries 'client_secret' in its query;"
                        + " credentials do not belong in a URL (RFC 6749 §2.3.1)");
    }

    @Test
    void endpoint_plainHttpWithOptIn_isAccepted() {
        var builder = TokenRequest.clientCredentials(URI.create("http://idp.example.org/t"), "orders", Secret.of("s"))
                .allowInsecureHttp();

        assertThatCode(builder::build).doesNotThrowAnyException();
    }

    @Test
    void clientId_withColonAndRawEncoding_isAFault() {
        var builder =
                TokenRequest.clientCredentials(ENDPOINT, "a:b", Secret.of("s")).secretEncoding(SecretEncoding.RAW);

        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);

        assertThat(error)
                .hasMessage("secret_encoding 'raw' cannot carry a client id with a colon: 'a:b' (RFC 7617 §2)");
    }

    @Test
    void clientCredentials_withMethodNone_isAFault() {
        var builder = TokenRequest.clientCredentials(ENDPOINT, "orders", Secret.of("s"))
                .clientAuthentication(ClientAuthenticationMethod.NONE);

        var error = catchThrowableOfType(TokenConfigurationException.class, builder::build);

        assertThat(error)
                .hasMessage("client_authentication 'none' does not fit the grant client_credentials:"
                        + " only a client that authenticates may use it (RFC 6749 §4.4)");
    }

    @Test
    void request_printed_showsNoSecretAndNoQuery() throws TokenConfigurationException {
        TokenRequest request = TokenRequest.password(
                        URI.create("https://idp.example.org/token?a=b"), "orders", "ada", Secret.of("hidden"))
                .build();

        assertThat(request).hasToString("TokenRequest[grant password, client 'orders', https://idp.example.org/token]");
        assertThat(request.grant()).hasToString("Password[userName=ada, password=***]");
    }
}
