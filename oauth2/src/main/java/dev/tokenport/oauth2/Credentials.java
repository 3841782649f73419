package dev.tokenport.oauth2;

import dev.tokenport.http.key.KeyFileException;
import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.jose.JwtSigner;
import dev.tokenport.jose.SigningKey;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a request's secrets and its keys, read for one exchange, and how the client authenticates with them. Prints
 * nothing of them. Immutable.
 *
 * @param clientSecret the client secret, empty if there is none
 * @param method how the client authenticates
 * @param clientSigner signs the client's own assertion
 * @param grant the fields of the grant
 * @param grantSigner signs the assertion that is the grant
 * @param others the same with other client secrets, in the order in which they are tried
 */
record Credentials(
        String clientSecret,
        ClientAuthenticationMethod method,
        Optional<JwtSigner> clientSigner,
        List<FormField> grant,
        Optional<JwtSigner> grantSigner,
        List<Credentials> others) {

    Credentials {
        grant = List.copyOf(grant);
        others = List.copyOf(others);
    }

    /**
     * Reads the secrets and keys of a request.
     *
     * @throws TokenConfigurationException naming every one that is missing or cannot be read
     */
    static Credentials read(TokenRequest request) throws TokenConfigurationException {
        return read(request, Optional.of(request.grant()));
    }

    /**
     * Reads what the client authenticates with, and nothing of the grant.
     *
     * @throws TokenConfigurationException as above
     */
    static Credentials ofClient(TokenRequest request) throws TokenConfigurationException {
        return read(request, Optional.empty());
    }

    private static Credentials read(TokenRequest request, Optional<Grant> grant) throws TokenConfigurationException {
        var reading = new Reading();
        String secret = request.clientSecrets().stream()
                .findFirst()
                .map(given -> reading.text(TokenOption.CLIENT_SECRET, given))
                .orElse("");
        List<FormField> fields = grant.map(Grant::parameters).orElse(List.of()).stream()
                .map(p -> new FormField(p.name(), reading.mandatory(p.option(), p.value()), p.visibility()))
                .toList();
        var authentication = ClientAuthentication.of(request, secret);
        if (reading.unavailable == null) {
            grant.flatMap(authentication::fault).ifPresent(reading.faults::add);
        }
        ClientAuthenticationMethod method = authentication.effective();
        Optional<JwtSigner> clientSigner = reading.signer(request, method, secret);
        Optional<JwtSigner> grantSigner = grant.flatMap(Grant::signingKey).flatMap(reading::signer);
        List<Credentials> others = new ArrayList<>();
        for (String next : reading.nextSecrets(request)) {
            Optional<JwtSigner> signer = reading.signer(request, method, next);
            others.add(new Credentials(next, method, signer, fields, grantSigner, List.of()));
        }
        reading.check();
        return new Credentials(secret, method, clientSigner, fields, grantSigner, others);
    }

    /** All secrets to try, this one first. */
    List<Credentials> alternatives() {
        var all = new ArrayList<Credentials>();
        all.add(this);
        all.addAll(others);
        return all;
    }

    /** The same client with a refresh token in the place of the grant. */
    Credentials refreshing(Secret token) {
        List<FormField> field = List.of(FormField.confidential("refresh_token", token.reveal()));
        List<Credentials> same =
                others.stream().map(other -> other.refreshing(token)).toList();
        return new Credentials(clientSecret, method, clientSigner, field, Optional.empty(), same);
    }

    /** What tells these credentials from others: confidential texts, to be hashed. */
    List<String> identity() {
        var texts = new ArrayList<String>();
        texts.add(clientSecret);
        texts.add(clientSigner.map(JwtSigner::fingerprint).orElse(""));
        texts.add(grantSigner.map(JwtSigner::fingerprint).orElse(""));
        for (FormField field : grant) {
            texts.add(field.name());
            texts.add(field.value());
        }
        others.forEach(other -> texts.add(other.clientSecret));
        return texts;
    }

    @Override
    public String toString() {
        return "Credentials[" + method + "]";
    }

    /** Collects what is wrong while secrets are read. */
    private static final class Reading {

        private final List<ConfigurationFault> faults = new ArrayList<>();
        private @Nullable RuntimeException unavailable;

        String mandatory(TokenOption option, Secret secret) {
            int before = faults.size();
            String text = text(option, secret);
            if (text.isEmpty() && faults.size() == before) {
                faults.add(new ConfigurationFault(option, "is missing"));
            }
            return text;
        }

        String text(TokenOption option, Secret secret) {
            try {
                return secret.reveal();
            } catch (SecretUnavailableException e) {
                unavailable = e;
                faults.add(new ConfigurationFault(option, "cannot be read: " + Objects.toString(e.getMessage(), "")));
                return "";
            }
        }

        /** The secrets after the first, which may stand in one text, a line each. */
        List<String> nextSecrets(TokenRequest request) {
            return request.clientSecrets().stream()
                    .skip(1)
                    .flatMap(
                            given -> text(TokenOption.NEXT_CLIENT_SECRET, given).lines())
                    .filter(line -> !line.isEmpty())
                    .toList();
        }

        Optional<JwtSigner> signer(TokenRequest request, ClientAuthenticationMethod method, String secret) {
            return switch (method) {
                case PRIVATE_KEY_JWT -> request.signingKey().flatMap(this::signer);
                case CLIENT_SECRET_JWT ->
                    secret.isEmpty() ? Optional.empty() : signer(secret, request.secretAlgorithm());
                default -> Optional.empty();
            };
        }

        Optional<JwtSigner> signer(SigningKey key) {
            try {
                return Optional.of(key.read());
            } catch (KeyFileException | SecretUnavailableException e) {
                unavailable = e;
                faults.add(new ConfigurationFault(
                        TokenOption.SIGNING_KEY, "cannot be used: " + Objects.toString(e.getMessage(), "")));
                return Optional.empty();
            }
        }

        Optional<JwtSigner> signer(String secret, Optional<JwsAlgorithm> algorithm) {
            try {
                return Optional.of(JwtSigner.ofSecret(secret, algorithm));
            } catch (IllegalArgumentException e) {
                unavailable = e;
                faults.add(new ConfigurationFault(TokenOption.CLIENT_SECRET, Objects.toString(e.getMessage(), "")));
                return Optional.empty();
            }
        }

        void check() throws TokenConfigurationException {
            if (!faults.isEmpty()) {
                faults.sort(Comparator.comparing(ConfigurationFault::option));
                throw new TokenConfigurationException(faults, unavailable);
            }
        }
    }
}
