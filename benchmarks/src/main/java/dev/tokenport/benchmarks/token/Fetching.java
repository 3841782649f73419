package dev.tokenport.benchmarks.token;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.net.URI;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** Who asks the endpoint each time. */
enum Fetching {
    TOKENPORT("Tokenport") {
        @Override
        Tokens at(URI endpoint) throws Exception {
            return TokenportTokens.fetched(endpoint);
        }
    },
    JDK_CLIENT("the bare JDK client (the limit)") {
        @Override
        Tokens at(URI endpoint) {
            return new BareTokens(endpoint);
        }
    },
    SPRING(Library.named("Spring Security", ClientRegistration.class)) {
        @Override
        Tokens at(URI endpoint) {
            return SpringTokens.fetched(endpoint);
        }
    },
    NIMBUS(Library.named("Nimbus SDK", TokenRequest.class)) {
        @Override
        Tokens at(URI endpoint) {
            return new NimbusTokens(endpoint);
        }
    };

    private final String label;

    Fetching(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract Tokens at(URI endpoint) throws Exception;
}
