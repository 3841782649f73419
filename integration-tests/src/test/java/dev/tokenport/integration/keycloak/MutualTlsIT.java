package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.http.key.KeyFile;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.AuthorizationServer;
import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A client that authenticates with a certificate, to which its tokens are bound (RFC 8705). */
@ExtendWith(KeycloakExtension.class)
final class MutualTlsIT {

    private static final String CLIENT = "orders-certificate";

    private final Keycloak keycloak;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Path certificate;

    MutualTlsIT(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @BeforeEach
    void makeCertificate() throws Exception {
        certificate = made(CLIENT, "client.p12");
    }

    @Test
    void certificate_getsTokenThatIsBoundToIt() throws Exception {
        AccessToken token = client(certificate).fetch(request(certificate));

        assertThat(claims(token)).contains("\"cnf\":{\"x5t#S256\":\"" + thumbprint(certificate) + "\"}");
    }

    @Test
    void certificate_thatIsReplaced_isShownByTheNextRequestOfTheSameClient() throws Exception {
        TokenClient client = client(certificate);
        TokenRequest request = request(certificate);
        AccessToken before = client.fetch(request);
        String old = thumbprint(certificate);
        Files.move(
                made(CLIENT, "next.p12"),
                certificate,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);

        AccessToken after = client.fetch(request);

        assertThat(thumbprint(certificate)).isNotEqualTo(old);
        assertThat(claims(before)).contains(old);
        assertThat(claims(after)).contains(thumbprint(certificate));
    }

    @Test
    void certificate_ofAnotherClient_isRefused() throws Exception {
        Path other = made("somebody-else", "other.p12");

        var refusal = catchThrowableOfType(
                CredentialsRefusedException.class, () -> client(other).fetch(request(other)));

        assertThat(refusal).hasMessageContaining("tls_client_auth");
    }

    @Test
    void run_boundToken_isGoodWithTheCertificateOnly() throws Exception {
        Files.copy(keycloak.authority(), folder.resolve("ca.pem"));
        Files.writeString(folder.resolve("word"), Certificates.STORE_PASSWORD);
        var workflow = WorkflowRun.in(folder);
        String shown = "    certificate_file: client.p12\n    key_password: ${file:word}\n";

        Tokenport.Ended with = workflow.run(tasks(shown));
        Tokenport.Ended without = workflow.run(tasks(""));

        assertThat(with.err()).doesNotContain("error");
        assertThat(with.code()).isZero();
        assertThat(workflow.text("answer.json")).contains("service-account-" + CLIENT);
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).contains("task 'call'").contains("401");
    }

    private String tasks(String shown) {
        return """
                auth:
                  operator: oauth2-authentication
                  parameters:
                    oauth_token_url: TOKEN_URL
                    oauth_client_id: orders-certificate
                    oauth_scope: openid
                    oauth_certificate_file: client.p12
                    oauth_key_password: ${file:word}
                    oauth_ca_file: ca.pem
                call:
                  operator: http-request
                  config: auth
                  parameters:
                    url: USER_INFO
                    ca_file: ca.pem
                SHOWN
                file: {operator: json-dataset, inputs: call, parameters: {file: answer.json}}
                """.replace("TOKEN_URL", endpoint("token").toString())
                .replace("USER_INFO", endpoint("userinfo").toString())
                .replace("SHOWN\n", shown);
    }

    private Path made(String name, String file) throws Exception {
        Path home = Objects.requireNonNull(keycloak.authority().toAbsolutePath().getParent());
        return Certificates.client(home, name, folder.resolve(file));
    }

    private URI endpoint(String name) {
        return URI.create(keycloak.https() + "/realms/certificates/protocol/openid-connect/" + name);
    }

    private TokenRequest request(Path file) throws Exception {
        return TokenRequest.of(AuthorizationServer.at(endpoint("token")), new Grant.ClientCredentials(), CLIENT)
                .clientCertificate(key(file))
                .build();
    }

    private TokenClient client(Path file) {
        return TokenClient.over(Transports.direct()
                        .with(TransportOptions.DEFAULT
                                .withCaFile(keycloak.authority())
                                .withClientKey(key(file))))
                .build();
    }

    private static KeyFile key(Path file) {
        return new KeyFile(file, Optional.empty(), Optional.of(Secret.of(Certificates.STORE_PASSWORD)));
    }

    private static String claims(AccessToken token) {
        String payload = token.value().reveal().split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }

    private static String thumbprint(Path file) throws Exception {
        byte[] der = key(file).read().certificates().get(0).getEncoded();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(der);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
