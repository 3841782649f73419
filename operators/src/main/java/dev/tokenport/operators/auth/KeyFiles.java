package dev.tokenport.operators.auth;

import dev.tokenport.http.key.KeyFile;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.oauth2.AssertionAudience;
import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.TokenRequestBuilder;
import dev.tokenport.operator.OperatorException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the keys of a client stand. Nothing is read.
 *
 * @param signing the key for assertions
 * @param certificate the certificate with its key
 * @param secretAlgorithm how assertions are made with the client secret
 * @param audience for whom assertions are made out
 */
record KeyFiles(
        Optional<SigningKey> signing,
        Optional<KeyFile> certificate,
        Optional<JwsAlgorithm> secretAlgorithm,
        AssertionAudience audience) {

    static KeyFiles of(OAuth2Parameters parameters, Path folder) throws OperatorException {
        ClientKeys keys = parameters.keys();
        Optional<JwsAlgorithm> algorithm = keys.algorithm().map(KeyAlgorithm::algorithm);
        // The algorithm is that of the client's own assertion, which is made with the secret or with the key.
        boolean bySecret = parameters
                .clientAuthentication()
                .filter(ClientAuthenticationMethod.CLIENT_SECRET_JWT::equals)
                .isPresent();
        Optional<Path> key = path("oauth_key_file", keys.file(), folder);
        Optional<Path> certificates = path("oauth_certificate_file", keys.certificateFile(), folder);
        Optional<SigningKey> signing = key.map(file -> new SigningKey(
                // The certificate names the key where no id does.
                new KeyFile(file, keys.id().isBlank() ? certificates : Optional.empty(), keys.password()),
                named(keys.id()),
                bySecret ? Optional.empty() : algorithm));
        Optional<KeyFile> certificate =
                certificates.map(file -> key.map(own -> new KeyFile(own, certificates, keys.password()))
                        .orElseGet(() -> new KeyFile(file, Optional.empty(), keys.password())));
        return new KeyFiles(signing, certificate, bySecret ? algorithm : Optional.empty(), keys.audience());
    }

    /** The same where the key signs the grant, not the client's own assertion. */
    KeyFiles withoutSigning() {
        return new KeyFiles(Optional.empty(), certificate, secretAlgorithm, audience);
    }

    void addTo(TokenRequestBuilder builder) {
        builder.assertionAudience(audience);
        secretAlgorithm.ifPresent(builder::secretAlgorithm);
        signing.ifPresent(builder::signingKey);
        certificate.ifPresent(builder::clientCertificate);
    }

    /** The path that a parameter names, if it names one. */
    static Optional<Path> path(String parameter, String text, Path folder) throws OperatorException {
        try {
            return named(text).map(folder::resolve);
        } catch (InvalidPathException e) {
            throw new OperatorException(parameter + " '" + text + "' is not a path", e);
        }
    }

    private static Optional<String> named(String text) {
        return Optional.of(text).filter(given -> !given.isBlank());
    }
}
