package dev.tokenport.operators.auth;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.http.Transport;
import dev.tokenport.http.Urls;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.MetadataCache;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.oauth2.TokenSource;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The tokens that one task gives in a run, from one source, and what is reported about them. Thread-safe. */
final class TaskTokens {

    private final OAuth2Parameters parameters;
    private final RunContext context;
    private final ReportedProgress progress;
    private final TokenSource source;
    private final Delivered delivered;
    private final @Nullable ReturnedTokens returned;
    private volatile @Nullable AccessToken last;

    private TaskTokens(
            OAuth2Parameters parameters,
            RunContext context,
            ReportedProgress progress,
            TokenSource source,
            Delivered delivered,
            @Nullable ReturnedTokens returned) {
        this.parameters = parameters;
        this.context = context;
        this.progress = progress;
        this.source = source;
        this.delivered = delivered;
        this.returned = returned;
    }

    static TaskTokens of(
            OAuth2Parameters parameters, TokenRequest request, Delivered delivered, RunContext context, RunTokens run)
            throws OperatorException {
        AtomicInteger requests = run.requests(context.task());
        context.report().fact("grant", request.grant().type());
        context.report().fact("endpoint", Urls.origin(request.server().url()));
        context.report().fact("requests", String.valueOf(requests));
        var progress = new ReportedProgress(context, requests);
        Transport transport = parameters.connection().transport(request, context);
        TokenClient client = client(transport, parameters, context, progress, run.metadata(), policy(parameters));
        TokenSource source = run.cache(parameters.revocation())
                .source(client, request, parameters.timing().minimumValidity());
        ReturnedTokens returned = null;
        if (parameters.revocation().atEnd()) {
            TokenClient last =
                    client(transport, parameters, context, progress, run.metadata(), ReturnedTokens.PATIENCE);
            returned = new ReturnedTokens(last, request, context, run.returned());
            context.atEnd(returned::revoke);
        }
        return new TaskTokens(parameters, context, progress, source, delivered, returned);
    }

    OAuth2Parameters parameters() {
        return parameters;
    }

    /** A good token. */
    AccessToken token() throws OperatorException, InterruptedException {
        return given(TokenSource::token);
    }

    /** The token after one that was refused. */
    AccessToken renewed(Secret refused) throws OperatorException, InterruptedException {
        Secret token = bare(refused);
        return given(from -> from.renew(token));
    }

    /**
     * The token to use in the place of one that is held, empty while that one is good. A token that lives no time is good
     * until it is refused, and so is one that was given elsewhere.
     */
    Optional<AccessToken> successor(Secret held) throws OperatorException, InterruptedException {
        AccessToken before = last;
        if (before == null || before.lifetime().isZero() || isKey(before, held)) {
            return Optional.empty();
        }
        AccessToken token = asked(TokenSource::token);
        if (is(token, held)) {
            return Optional.empty();
        }
        if (token != before) {
            tell(token);
        }
        return Optional.of(token);
    }

    /** Until when the last token is given again; empty if that is not known, or it lives no time. */
    Optional<Instant> goodUntil() {
        AccessToken given = last;
        if (given == null || given.lifetime().isZero()) {
            return Optional.empty();
        }
        Duration half = given.lifetime().dividedBy(2);
        Duration margin = parameters.timing().minimumValidity();
        return Optional.of(given.expiresAt().minus(margin.compareTo(half) < 0 ? margin : half));
    }

    /** A way to ask a source for a token. */
    @FunctionalInterface
    private interface Asking {

        AccessToken ask(TokenSource source) throws TokenException, InterruptedException;
    }

    private AccessToken given(Asking asking) throws OperatorException, InterruptedException {
        AccessToken token = asked(asking);
        tell(token);
        return token;
    }

    /** Asks a second time if another task could renew what was refused. */
    private AccessToken twice(Asking asking) throws TokenException, OperatorException, InterruptedException {
        try {
            return asking.ask(source);
        } catch (TokenException e) {
            if (!delivered.renews(e)) {
                throw e;
            }
            return asking.ask(source);
        }
    }

    private AccessToken asked(Asking asking) throws OperatorException, InterruptedException {
        try {
            AccessToken token = twice(asking);
            if (returned != null) {
                returned.add(token);
            }
            return token;
        } catch (TokenException e) {
            throw ended(e);
        }
    }

    private void tell(AccessToken token) {
        last = token;
        token.warnings().forEach(progress::warned);
        if (!token.scopes().isEmpty()) {
            context.report().fact("scope", String.join(" ", token.scopes()));
        }
        token.issuedTokenType().ifPresent(type -> context.report().fact("issued token type", type));
        context.report().fact("expiry", expiry(token));
    }

    /** Why there is no token, for the host. */
    static OperatorException ended(TokenException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw interrupted(e);
        }
        return TokenRequests.failed(e);
    }

    /** What was read from elsewhere was waited for, and the waiting was interrupted. */
    private static InterruptedException interrupted(TokenException e) {
        return (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
    }

    /** Whether a secret is this token, as it is or in the whole value of a header. */
    private static boolean is(AccessToken token, Secret secret) {
        String text = secret.reveal();
        return text.equals(token.value().reveal())
                || text.equals(token.authorization().reveal());
    }

    /** Whether a secret is the key that a token is bound to, which stays the same. */
    private static boolean isKey(AccessToken token, Secret secret) {
        return token.dpopKey()
                .filter(key -> key.secret().reveal().equals(secret.reveal()))
                .isPresent();
    }

    /** The token of a whole header value, which was delivered as {@code oauth_authorization}. */
    private static Secret bare(Secret refused) {
        String text = refused.reveal();
        int blank = text.indexOf(' ');
        return blank < 0 ? refused : Secret.of(text.substring(blank + 1));
    }

    /** When a token expires, in whole seconds. */
    static String expiry(AccessToken token) {
        return token.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A client with what the parameters say of it. */
    static TokenClient client(
            Transport transport,
            OAuth2Parameters parameters,
            RunContext context,
            TokenListener listener,
            MetadataCache metadata,
            RetryPolicy policy) {
        return TokenClient.over(transport)
                .time(context.time())
                .retry(policy)
                .redactor(context.redactor())
                .listener(listener)
                .metadata(metadata)
                .defaultLifetime(parameters.timing().defaultLifetime())
                .build();
    }

    /** How often the server is asked. */
    static RetryPolicy policy(OAuth2Parameters parameters) {
        return new RetryPolicy(
                parameters.timing().attempts(), parameters.timing().timeout(), RetryPolicy.DEFAULT.firstDelay());
    }
}
