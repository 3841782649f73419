package dev.tokenport.oauth2;

import dev.tokenport.http.RetryNotice;
import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import dev.tokenport.jose.DpopNonces;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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
            SecretsInTurn secrets,
            MetadataCache metadata,
            DpopNonces nonces) {

        void retrying(RetryNotice notice) {
            listener.retrying(notice.toString());
            listener.waited(notice.delay());
        }
    }

    private TokenClient(World world) {
        this.world = world;
    }

    /** A client over {@linkplain Transports#direct() direct transports} with all defaults. */
    public static TokenClient create() {
        return over(Transports.direct().with(TransportOptions.DEFAULT)).build();
    }

    /** A client over a transport. */
    public static Builder over(Transport transport) {
        return new Builder(transport);
    }

    /**
     * Makes what the first answer of a process is read with, by reading one that nobody has sent: the first request need not
     * wait for it then. A call in another thread does no harm.
     */
    public static void prepare() {
        AnswerBody unused = AnswerBody.of("{\"expires_in\":1}".getBytes(StandardCharsets.US_ASCII), "application/json");
    }

    /**
     * Asks for one token. Secrets are read now; the redactor learns them, and the token. A refresh token that was used may
     * not be good for another time: where it is kept in a file its successor is kept there, and otherwise stands in the
     * answer ({@link AccessToken#refreshToken}).
     *
     * @throws TokenException if there is none
     * @throws InterruptedException as soon as the thread is interrupted; the interrupt flag stays set
     */
    public AccessToken fetch(TokenRequest request) throws TokenException, InterruptedException {
        return new Renewal(this, request, Credentials.read(request), new RefreshChain(), world.retry()).token();
    }

    /**
     * Asks the server to forget a token that was got with a request (RFC 7009); its refresh token, if it has one, first,
     * unless that is the grant itself, which others may use another time. The endpoint is the one given with the request,
     * else the one that its issuer tells.
     *
     * @throws TokenConfigurationException if the endpoint is not known
     * @throws TokenException if the server does not say that the token is gone
     * @throws InterruptedException as soon as the thread is interrupted; the interrupt flag stays set
     */
    public void revoke(TokenRequest request, AccessToken token) throws TokenException, InterruptedException {
        Optional<Secret> refreshToken = Optional.ofNullable(token.otherMembers().get("refresh_token"))
                .filter(theirs -> !(request.grant() instanceof Grant.RefreshToken));
        revoke(request, refreshToken, token.value());
    }

    /**
     * Asks the server to forget a token that was kept, and first the refresh token that came with it.
     *
     * @throws TokenException as above
     * @throws InterruptedException as above
     */
    public void revoke(TokenRequest request, Optional<Secret> refreshToken, Secret accessToken)
            throws TokenException, InterruptedException {
        try {
            new Revocation(world, request).revoke(refreshToken, accessToken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    /**
     * Gets a token that a person allows on another device (RFC 8628): asks for a code, has it shown, and waits.
     *
     * @param request made with {@link TokenRequest#device}
     * @param prompt shows the person where to enter which code
     * @throws TokenException if there is none: the person said no, or nothing in time
     * @throws InterruptedException as soon as the thread is interrupted; the interrupt flag stays set
     */
    public AccessToken login(TokenRequest request, Consumer<DeviceAuthorization> prompt)
            throws TokenException, InterruptedException {
        try {
            return new DeviceLogin(this, request).token(prompt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    AccessToken exchange(TokenRequest request, Credentials credentials, RetryPolicy policy, Sending sending)
            throws TokenException, InterruptedException {
        try {
            return answered(request, credentials, policy, sending);
        } catch (TokenException e) {
            world.listener().failed(e);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private AccessToken answered(TokenRequest request, Credentials credentials, RetryPolicy policy, Sending sending)
            throws TokenException, InterruptedException {
        long start = world.time().nanoTime();
        var discovery = new Discovery(world, request);
        ServerMetadata known = discovery.metadata(policy);
        ServerMetadata server = request.clientCertificate().isPresent() ? known.forMutualTls() : known;
        Duration spent = Duration.ofNanos(world.time().nanoTime() - start);
        try {
            RetryPolicy left = policy.after(spent);
            return world.secrets().attempt(request, credentials, world.listener(), one -> {
                sending.begin();
                return new TokenExchange(world, request, server, one, sending).token(left);
            });
        } catch (RequestRefusedException e) {
            if (e.status().orElse(0) == NOT_FOUND) {
                discovery.forget();
            }
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
            return new TokenClient(new World(
                    transport,
                    time,
                    retry,
                    redactor,
                    listener,
                    defaultLifetime,
                    new SecretsInTurn(),
                    kept,
                    new DpopNonces()));
        }
    }
}
