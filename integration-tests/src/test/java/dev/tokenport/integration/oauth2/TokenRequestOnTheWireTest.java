package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.SecretEncoding;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TokenRequestOnTheWireTest {

    private static final String HARD = "% : + & = / äöü €";

    private final AuthorizationServer idp =
            AuthorizationServer.granting(",\"token_type\":\"Bearer\",\"expires_in\":300");

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void request_any_isAFormOverHttp11AskingForJson() throws Exception {
        idp.fetch();

        RecordedRequest request = idp.server().request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.version()).isEqualTo("HTTP/1.1");
        assertThat(request.headers().all("Accept")).containsExactly("application/json");
        assertThat(request.headers().all("Content-Type"))
                .containsExactly("application/x-www-form-urlencoded;charset=UTF-8");
    }

    @Test
    void endpoint_withQuery_keepsIt() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(
                        idp.server().url("/token?tenant=a%20b&x"), "orders", Secret.of("s"))
                .build();

        idp.client().fetch(request);

        assertThat(idp.server().request().target()).isEqualTo("/token?tenant=a%20b&x");
    }

    @Test
    void clientCredentials_byDefault_authenticatesInTheHeaderAlone() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(idp.endpoint(), "ördérs:1", Secret.of(HARD))
                .build();

        idp.client().fetch(request);

        assertThat(basic()).isEqualTo("%C3%B6rd%C3%A9rs%3A1:%25+%3A+%2B+%26+%3D+%2F+%C3%A4%C3%B6%C3%BC+%E2%82%AC");
        assertThat(idp.server().request().body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void clientCredentials_rawEncoding_writesIdAndSecretAsTheyAre() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(idp.endpoint(), "ördérs", Secret.of(HARD))
                .secretEncoding(SecretEncoding.RAW)
                .build();

        idp.client().fetch(request);

        assertThat(basic()).isEqualTo("ördérs:" + HARD);
    }

    @Test
    void clientCredentials_post_authenticatesInTheBodyAlone() throws Exception {
        TokenRequest request = TokenRequest.clientCredentials(idp.endpoint(), "orders", Secret.of(HARD))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .build();

        idp.client().fetch(request);

        assertThat(idp.server().request().headers().contains("Authorization")).isFalse();
        assertThat(idp.server().request().body())
                .isEqualTo("grant_type=client_credentials&client_id=orders"
                        + "&client_secret=%25+%3A+%2B+%26+%3D+%2F+%C3%A4%C3%B6%C3%BC+%E2%82%AC");
    }

    @Test
    void password_withoutSecret_sendsTheClientIdInTheBodyAndNoAuthorization() throws Exception {
        TokenRequest request = TokenRequest.password(idp.endpoint(), "orders", " ada ", Secret.of(" " + HARD + " "))
                .build();

        idp.client().fetch(request);

        assertThat(idp.server().request().headers().contains("Authorization")).isFalse();
        assertThat(idp.server().request().form())
                .isEqualTo(Map.of(
                        "grant_type", List.of("password"),
                        "client_id", List.of("orders"),
                        "username", List.of(" ada "),
                        "password", List.of(" " + HARD + " ")));
    }

    @Test
    void password_withSecret_authenticatesInTheHeader() throws Exception {
        idp.client().fetch(idp.password().clientSecret(Secret.of("s3cr3t")).build());

        assertThat(basic()).isEqualTo("orders:s3cr3t");
        assertThat(idp.server().request().body()).isEqualTo("grant_type=password&username=ada&password=battery+staple");
    }

    @Test
    void password_withEmptySecret_countsAsWithout() throws Exception {
        idp.client().fetch(idp.password().clientSecret(Secret.of("")).build());

        assertThat(idp.server().request().headers().contains("Authorization")).isFalse();
        assertThat(idp.server().request().form()).containsEntry("client_id", List.of("orders"));
    }

    @Test
    void password_emptySecretAndNamedMethod_isAConfigurationErrorBeforeAnythingIsSent() throws Exception {
        TokenRequest request = idp.password()
                .clientSecret(Secret.of(""))
                .clientAuthentication(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .build();

        var error = catchThrowableOfType(
                TokenConfigurationException.class, () -> idp.client().fetch(request));

        assertThat(error)
                .hasMessage("client_authentication 'client_secret_basic' needs a client secret, and there is none");
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void secrets_emptyOrUnreadable_areAllReportedBeforeAnythingIsSent() throws Exception {
        Secret unreadable = Secret.from("env:ORDERS_SECRET", () -> {
            throw new SecretUnavailableException("the environment variable ORDERS_SECRET is not set");
        });
        TokenRequest request = TokenRequest.password(idp.endpoint(), "orders", "ada", Secret.of(""))
                .clientSecret(unreadable)
                .build();

        var error = catchThrowableOfType(
                TokenConfigurationException.class, () -> idp.client().fetch(request));

        assertThat(error)
                .hasMessage("client_secret cannot be read: the environment variable ORDERS_SECRET is not set;"
                        + " password is missing");
        assertThat(error.attempts()).isZero();
        assertThat(idp.server().requests()).isEmpty();
    }

    @Test
    void optionalParameters_given_areSentInOrder() throws Exception {
        TokenRequest request = idp.clientCredentials()
                .scope(" b\ta,c ", "d")
                .audience("x y", "z")
                .resource("https://api.example.org/", "urn:orders")
                .extraParameter("prompt", "none")
                .build();

        idp.client().fetch(request);

        assertThat(idp.server().request().body())
                .isEqualTo("grant_type=client_credentials&scope=b+a%2Cc+d&audience=x+y&audience=z"
                        + "&resource=https%3A%2F%2Fapi.example.org%2F&resource=urn%3Aorders&prompt=none");
    }

    @Test
    void optionalParameters_blank_areOmitted() throws Exception {
        TokenRequest request = idp.clientCredentials()
                .scope(" ")
                .audience("")
                .resource(" ")
                .extraParameter("prompt", " ")
                .build();

        idp.client().fetch(request);

        assertThat(idp.server().request().body()).isEqualTo("grant_type=client_credentials");
    }

    @Test
    void secret_atEachRequest_isReadOnce() throws Exception {
        var reads = new AtomicInteger();
        Secret secret = Secret.from("test", () -> "secret " + reads.incrementAndGet());
        TokenRequest request =
                TokenRequest.clientCredentials(idp.endpoint(), "orders", secret).build();

        idp.client().fetch(request);

        assertThat(basic()).isEqualTo("orders:secret+1");
        assertThat(reads).hasValue(1);
    }

    @Test
    void listener_requestSent_seesSecretsMasked() throws Exception {
        idp.client().fetch(idp.password().clientSecret(Secret.of("s3cr3t")).build());

        assertThat(idp.sent())
                .containsExactly(new SentRequest(
                        1,
                        idp.endpoint().toString(),
                        List.of(
                                new SentRequest.Field(
                                        "Content-Type", "application/x-www-form-urlencoded;charset=UTF-8"),
                                new SentRequest.Field("Accept", "application/json"),
                                new SentRequest.Field("Authorization", "Basic ***")),
                        List.of(
                                new SentRequest.Field("grant_type", "password"),
                                new SentRequest.Field("username", "ada"),
                                new SentRequest.Field("password", "***"))));
    }

    @Test
    void password_granted_warnsThatTheGrantIsForbidden() throws Exception {
        var token = idp.client().fetch(idp.password().build());

        String warning =
                "the password grant hands the user's password to this client; RFC 9700 §2.4 forbids it for new systems";
        assertThat(token.warnings()).containsExactly(warning);
        assertThat(idp.warnings()).containsExactly(warning);
    }

    @Test
    void wrongSecret_refused_costsOneRequest() throws Exception {
        try (var refusing = AuthorizationServer.answering(Answer.error(401, "invalid_client", "no"))) {
            var error = catchThrowableOfType(CredentialsRefusedException.class, refusing::fetch);

            assertThat(error.attempts()).isEqualTo(1);
            assertThat(refusing.server().requests()).hasSize(1);
        }
    }

    private String basic() {
        Optional<String> header = idp.server().request().headers().first("Authorization");
        String credentials = header.orElseThrow().substring("Basic ".length());
        return new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
    }
}
