package dev.tokenport.cli;

import static dev.tokenport.oauth2.ClientAuthenticationMethod.CLIENT_SECRET_JWT;
import static dev.tokenport.oauth2.ClientAuthenticationMethod.PRIVATE_KEY_JWT;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.Grant;
import dev.tokenport.oauth2.TokenRequestBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The options of a client that authenticates with a key or a certificate, as given. They begin with {@code --client-key},
 * since {@code --key-file} names the keys of encrypted secrets. For one thread.
 */
final class KeyOptions implements Arguments.Group {

    static final String FILE = "--client-key-file";
    static final String ALGORITHM = "--client-key-algorithm";
    static final String AUDIENCE = "--assertion-audience";
    static final String CERTIFICATE_FILE = "--certificate-file";

    private final Arguments arguments = new Arguments();

    final Given<@Nullable String> file = arguments.text(
            FILE,
            "PATH",
            "The file with the client's private key, for private_key_jwt and for a certificate that stands"
                    + " in a file of its own: PEM (PKCS#8, plain or encrypted) or PKCS#12.");

    final Given<@Nullable String> password = arguments.secret(
            "--client-key-password", "Where the password of the client's key stands (default: OAUTH_KEY_PASSWORD).");

    final Given<@Nullable String> id =
            arguments.text("--client-key-id", "ID", "The name under which the server knows the client's key (kid).");

    final Given<@Nullable String> algorithm = arguments.text(
            ALGORITHM,
            "ALGORITHM",
            "How assertions are signed: RS256 to RS512, PS256 to PS512, ES256 to ES512 or EdDSA; HS256 to"
                    + " HS512 for client_secret_jwt (default: what fits the key, HS256 for a secret).");

    final Given<@Nullable String> audience = arguments.text(
            AUDIENCE,
            "AUDIENCE",
            "For whom the client's own assertion is made out: token_endpoint (default) or issuer.");

    final Given<@Nullable String> certificateFile = arguments.text(
            CERTIFICATE_FILE,
            "PATH",
            "The file with the client's certificate, for tls_client_auth and self_signed_tls_client_auth:"
                    + " PEM or PKCS#12. Its key stands in the same file, or in that of " + FILE + ".");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Adds what is given to a request; nothing is read. */
    void addTo(
            TokenRequestBuilder builder,
            Grant grant,
            Optional<ClientAuthenticationMethod> method,
            TokenInputs inputs,
            List<String> faults) {
        Optional<JwsAlgorithm> named = algorithm(faults);
        // The algorithm is that of the client's own assertion, which is made with the secret or with the key.
        boolean bySecret = method.filter(ClientAuthenticationMethod.CLIENT_SECRET_JWT::equals)
                .isPresent();
        if (bySecret) {
            named.ifPresent(builder::secretAlgorithm);
        }
        audience(faults).ifPresent(builder::assertionAudience);
        var secret = inputs.secret(TokenInput.KEY_PASSWORD);
        Optional<Path> key = path(FILE, file.value());
        Optional<Path> certificates = path(CERTIFICATE_FILE, certificateFile.value());
        // A key that signs the grant is the client's own proof only where that is asked for.
        boolean ofClient = grant.signingKey().isEmpty() || method.equals(Optional.of(PRIVATE_KEY_JWT));
        signing(method, inputs).filter(any -> ofClient).ifPresent(builder::signingKey);
        certificates
                .map(path -> key.map(own -> new KeyFile(own, certificates, secret))
                        .orElseGet(() -> new KeyFile(path, Optional.empty(), secret)))
                .ifPresent(builder::clientCertificate);
    }

    /** The key that signs; nothing is read. */
    Optional<SigningKey> signing(Optional<ClientAuthenticationMethod> method, TokenInputs inputs) {
        Optional<JwsAlgorithm> named = Optional.ofNullable(algorithm.value())
                .filter(any -> !method.equals(Optional.of(CLIENT_SECRET_JWT)))
                .flatMap(JwsAlgorithm::named);
        Optional<Path> certificates = path(CERTIFICATE_FILE, certificateFile.value());
        // The certificate names the key where no id does.
        return path(FILE, file.value())
                .map(path -> new KeyFile(
                        path,
                        id.value() == null ? certificates : Optional.empty(),
                        inputs.secret(TokenInput.KEY_PASSWORD)))
                .map(key -> new SigningKey(key, Optional.ofNullable(id.value()), named));
    }

    private Optional<JwsAlgorithm> algorithm(List<String> faults) {
        Optional<JwsAlgorithm> named = Optional.ofNullable(algorithm.value()).flatMap(JwsAlgorithm::named);
        if (algorithm.value() != null && named.isEmpty()) {
            faults.add(ALGORITHM + " '" + algorithm.value() + "' is none of " + list(JwsAlgorithm.values()));
        }
        return named;
    }

    private Optional<AssertionAudience> audience(List<String> faults) {
        Optional<AssertionAudience> named = Arrays.stream(AssertionAudience.values())
                .filter(value -> value.toString().equals(audience.value()))
                .findFirst();
        if (audience.value() != null && named.isEmpty()) {
            faults.add(AUDIENCE + " '" + audience.value() + "' is none of " + list(AssertionAudience.values()));
        }
        return named;
    }

    private static String list(Object[] values) {
        return Arrays.stream(values).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static Optional<Path> path(String option, @Nullable String text) {
        return Optional.ofNullable(text).map(given -> WorkflowArgument.path(option, given));
    }
}
