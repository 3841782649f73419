package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a request's secrets, read for one exchange, and how the client authenticates with them. Prints nothing of
 * them. Immutable.
 *
 * @param clientSecret the client secret, empty if there is none
 * @param method how the client authenticates
 * @param grant the fields of the grant
 */
record Credentials(String clientSecret, ClientAuthenticationMethod method, List<FormField> grant) {

    Credentials {
        grant = List.copyOf(grant);
    }

    /**
     * Reads the secrets of a request.
     *
     * @throws TokenConfigurationException naming every secret that is missing or cannot be read
     */
    static Credentials read(TokenRequest request) throws TokenConfigurationException {
        var reading = new Reading();
        String secret = request.clientSecret()
                .map(given -> reading.text(TokenOption.CLIENT_SECRET, given))
                .orElse("");
        List<FormField> grant = request.grant().parameters().stream()
                .map(p -> new FormField(p.name(), reading.mandatory(p.option(), p.value()), p.visibility()))
                .toList();
        var given =
                secret.isEmpty() ? ClientAuthentication.ClientSecret.ABSENT : ClientAuthentication.ClientSecret.GIVEN;
        ClientAuthenticationMethod asked = request.clientAuthentication().orElse(null);
        if (reading.unavailable == null) {
            ClientAuthentication.fault(asked, request.grant(), given).ifPresent(reading.faults::add);
        }
        reading.check();
        return new Credentials(secret, ClientAuthentication.effective(asked, given), grant);
    }

    @Override
    public String toString() {
        return "Credentials[" + method + "]";
    }

    /** Collects what is wrong while secrets are read. */
    private static final class Reading {

        private final List<ConfigurationFault> faults = new ArrayList<>();
        private @Nullable SecretUnavailableException unavailable;

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

        void check() throws TokenConfigurationException {
            if (!faults.isEmpty()) {
                faults.sort(Comparator.comparing(ConfigurationFault::option));
                throw new TokenConfigurationException(faults, unavailable);
            }
        }
    }
}
