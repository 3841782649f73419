package dev.tokenport.benchmarks.token;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Google's credentials, which keep a token and renew it; how it is got is up to a subclass, for all but Google's own
 * endpoints: here {@link BareTokens}.
 */
final class GoogleTokens {

    private GoogleTokens() {}

    /**
     * Keeps the token while it is good.
     *
     * @param lifetime how long the server's tokens live; Google's own margins, minutes, if that is long enough
     */
    static Tokens kept(URI endpoint, Duration lifetime) {
        var credentials = lifetime.compareTo(Duration.ofMinutes(10)) > 0
                ? new Credentials(new BareTokens(endpoint), lifetime)
                : new Credentials(new BareTokens(endpoint), lifetime, lifetime.dividedBy(2));
        return () -> credentials.getRequestMetadata(endpoint);
    }

    private static final class Credentials extends OAuth2Credentials {

        private static final long serialVersionUID = 1L;

        private final transient BareTokens tokens;
        private final Duration lifetime;

        Credentials(BareTokens tokens, Duration lifetime) {
            this.tokens = tokens;
            this.lifetime = lifetime;
        }

        Credentials(BareTokens tokens, Duration lifetime, Duration margin) {
            super(null, margin.plusMillis(1), margin);
            this.tokens = tokens;
            this.lifetime = lifetime;
        }

        @Override
        public AccessToken refreshAccessToken() throws IOException {
            try {
                return new AccessToken(tokens.token(), Date.from(Instant.now().plus(lifetime)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException().initCause(e);
            }
        }
    }
}
