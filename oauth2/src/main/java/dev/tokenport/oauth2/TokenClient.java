package dev.tokenport.oauth2;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Redactor;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks token endpoints for tokens, one exchange per token; {@link TokenCache} keeps them. Retries what is worth it, never
 * a refusal, and never follows a redirect. Thread-safe.
 */
public final class TokenClient {

    /** How long a token is taken to be good for when the answer does not say. */
    public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

    private static final int NOT_FOUND = 404;

    private final World world;

    /** What a client works with. */
    record World(
            Transport transport,
            TimeSource time,
            RetryPolicy retry,
            Redactor redactor,
            TokenListener listener,
            Duration defaultLifetime,
            MetadataCache metadata) {}

    private TokenClient(World world) {
        this.world = world;
    }

    /** A client over the JDK's HTTP client with all defaults. */
    public static TokenClient create() {
        return over(Transports.jdk().with(TransportOptions.DEFAULT)).build();
    }

    /** A client over a transport. */
    public static Builder over(Transport transport) {
        return new Builder(transport);
    }

    /**
     * Asks for one token. Secrets are read now; the redactor learns them, and the token.
     *
     * @throws TokenException if there is none
     * @throws InterruptedException as soon as the thread is interrupted; the interrupt flag stays set
     */
    public AccessToken fetch(TokenRequest request) throws TokenException, InterruptedException {
        return fetch(request, Credentials.read(request), world.retry());
    }

    AccessToken fetch(TokenRequest request, Credentials credentials, RetryPolicy policy)
            throws TokenException, InterruptedException {
        try {
            long start = world.time().nanoTime();
            var discovery = new Discovery(world, request);
            ServerMetadata known = discovery.metadata(policy);
            ServerMetadata server = request.clientCertificate().isPresent() ? known.forMutualTls() : known;
            Duration spent = Duration.ofNanos(world.time().nanoTime() - start);
            try {
                return new TokenExchange(world, request, server, credentials).token(policy.after(spent));
            } catch (RequestRefusedException e) {
                if (e.status().orElse(0) == NOT_FOUND) {
                    discovery.forget();
                }
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    World world() {
        return world;
    }

    /** Puts a {@link TokenClient} together. For one thread. */
    public static final class Builder {

        private final Transport transport;
        private TimeSource time = TimeSource.system();
        private RetryPolicy retry = RetryPolicy.DEFAULT;
        private Redactor redactor = new Redactor();
        private TokenListener listener = TokenListener.none();
        private Duration defaultLifetime = DEFAULT_LIFETIME;
        private @Nullable MetadataCache metadata;

        private Builder(Transport transport) {
            this.transport = Objects.requireNonNull(transport);
        }

        /** The clock; this machine's by default. */
        public Builder time(TimeSource source) {
            time = Objects.requireNonNull(source);
            return this;
        }

        /** How often and how long to try; {@link RetryPolicy#DEFAULT} by default. */
        public Builder retry(RetryPolicy policy) {
            retry = Objects.requireNonNull(policy);
            return this;
        }

        /** Learns secrets, tokens and Basic credentials; by default one of its own. */
        public Builder redactor(Redactor value) {
            redactor = Objects.requireNonNull(value);
            return this;
        }

        /** Is told what the client does. */
        public Builder listener(TokenListener value) {
            listener = Objects.requireNonNull(value);
            return this;
        }

        /** How long a token is taken to be good for when the answer does not say; 5 minutes by default. */
        public Builder defaultLifetime(Duration duration) {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("defaultLifetime " + duration + " is not positive");
            }
            defaultLifetime = duration;
            return this;
        }

        /** Keeps what issuers tell; by default one of its own. */
        public Builder metadata(MetadataCache cache) {
            metadata = Objects.requireNonNull(cache);
            return this;
        }

        /** The client. */
        public TokenClient build() {
            MetadataCache kept = metadata == null ? new MetadataCache(time) : metadata;
            return new TokenClient(new World(transport, time, retry, redactor, listener, defaultLifetime, kept));
        }
    }
}
