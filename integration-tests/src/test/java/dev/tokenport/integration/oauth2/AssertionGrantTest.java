package dev.tokenport.integration.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.integration.key.ClientKey;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.JwtClaims;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.JwtBearer;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenConfigurationException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assertion as the grant (RFC 7523 §2.1), as it arrives at the server. */
final class AssertionGrantTest {

    @TempDir
    Path folder;

    private final AuthorizationServer idp = AuthorizationServer.answering();

    @BeforeEach
    void grant() {
        idp.server().answer(Answer.token("t-1", Duration.ofMinutes(5)));
    }

    @AfterEach
    void close() {
        idp.close();
    }

    @Test
    void assertion_given_isSentAsItIsAndShownNowhere() throws Exception {
        idp.client().fetch(request(new JwtBearer.Given(Secret.of("e30.e30.assertion"))));

        assertThat(idp.server().request().body())
                .isEqualTo("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer"
                        + "&assertion=e30.e30.assertion");
        assertThat(idp.sent().get(0).form()).contains(new SentRequest.Field("assertion", "***"));
        assertThat(idp.redactor().redact("e30.e30.assertion")).isEqualTo("***");
    }

    @Test
    void assertion_made_isForTheTokenEndpointUnlessItSaysForWhom() throws Exception {
        idp.server().answer(Answer.token("t-2", Duration.ofMinutes(5)));

        idp.client().fetch(request(made("")));
        idp.client().fetch(request(made("https://idp.example.org")));

        JWTClaimsSet first = claims(idp.server().requests().get(0));
        assertThat(first.getIssuer()).isEqualTo("me");
        assertThat(first.getSubject()).isEqualTo("ada");
        assertThat(first.getAudience()).containsExactly(idp.endpoint().toString());
        assertThat(first.getExpirationTime()).isEqualTo(idp.time().now().plusSeconds(90));
        assertThat(first.getStringClaim("department")).isEqualTo("x");
        assertThat(claims(idp.server().requests().get(1)).getAudience()).containsExactly("https://idp.example.org");
        assertThat(idp.sent().get(0).form()).contains(new SentRequest.Field("assertion", "***"));
    }

    @Test
    void key_ofAnAssertionThatIsNotThere_isNamedBeforeAnythingIsSent() throws Exception {
        Path nowhere = folder.resolve("nowhere.pem");
        var claims = new JwtClaims("me", "ada", "", Duration.ofSeconds(90), Map.of());
        TokenRequest request = request(new JwtBearer.Made(SigningKey.of(KeyFile.of(nowhere)), claims));

        var error = catchThrowableOfType(
                TokenConfigurationException.class, () -> idp.client().fetch(request));

        assertThat(error).hasMessageStartingWith("signing_key cannot be used: key file '" + nowhere + "': ");
        assertThat(idp.server().requests()).isEmpty();
    }

    private JwtBearer made(String audience) throws Exception {
        Path file = ClientKey.fitting(JwsAlgorithm.ES256).write(folder.resolve("client.pem"));
        var claims = new JwtClaims("me", "ada", audience, Duration.ofSeconds(90), Map.of("department", "x"));
        return new JwtBearer.Made(SigningKey.of(KeyFile.of(file)), claims);
    }

    private TokenRequest request(Grant grant) throws Exception {
        return TokenRequest.of(dev.tokenport.oauth2.AuthorizationServer.at(idp.endpoint()), grant, "")
                .build();
    }

    private static JWTClaimsSet claims(RecordedRequest request) throws Exception {
        return SignedJWT.parse(
                        request.form().getOrDefault("assertion", List.of("")).get(0))
                .getJWTClaimsSet();
    }
}
