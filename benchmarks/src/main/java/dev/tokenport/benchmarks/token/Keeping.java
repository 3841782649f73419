package dev.tokenport.benchmarks.token;

import com.google.auth.oauth2.OAuth2Credentials;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import java.net.URI;
import java.time.Duration;
import org.apache.camel.component.http.OAuth2ClientConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/** Who keeps a token and gives it until it is near its end. */
enum Keeping {
    /** Of a token that lives six seconds, half of that is its margin. */
    TOKENPORT("Tokenport", 6) {
        @Override
        Tokens at(URI endpoint, Duration lifetime) throws Exception {
            return TokenportTokens.kept(endpoint);
        }
    },
    SPRING(Library.named("Spring Security", ClientRegistration.class), 63) {
        @Override
        Tokens at(URI endpoint, Duration lifetime) {
            return SpringTokens.kept(endpoint);
        }
    },
    GOOGLE(Library.named("google-auth-library", OAuth2Credentials.class), 6) {
        @Override
        Tokens at(URI endpoint, Duration lifetime) {
            return GoogleTokens.kept(endpoint, lifetime);
        }
    },
    MSAL(Library.named("MSAL4J", ConfidentialClientApplication.class), 303) {
        @Override
        Tokens at(URI endpoint, Duration lifetime) throws Exception {
            return MsalTokens.kept(endpoint);
        }
    },
    CAMEL(Library.named("Camel's HTTP component", OAuth2ClientConfigurer.class), 8) {
        @Override
        Tokens at(URI endpoint, Duration lifetime) throws Exception {
            return CamelTokens.kept(endpoint);
        }
    };

    private final String label;
    private final Duration renewedAfterThreeSeconds;

    Keeping(String label, long seconds) {
        this.label = label;
        this.renewedAfterThreeSeconds = Duration.ofSeconds(seconds);
    }

    String label() {
        return label;
    }

    /** The lifetime of a token that is given for three seconds: each leaves a margin of its own. */
    Duration renewedAfterThreeSeconds() {
        return renewedAfterThreeSeconds;
    }

    /**
     * Nothing is kept yet.
     *
     * @param lifetime that of the tokens at this endpoint
     */
    abstract Tokens at(URI endpoint, Duration lifetime) throws Exception;
}
