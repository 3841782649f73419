package dev.tokenport.oauth2;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gets the next token for a request: with the refresh token that came with the last one, where there is one, otherwise by
 * the grant itself. For a client that acts for itself none is used (RFC 6749 §4.4.3). For one thread.
 *
 * @param client asks
 * @param request what is asked for
 * @param credentials the secrets, read
 * @param chain the refresh tokens
 * @param policy how often and how long to try
 */
record Renewal(
        TokenClient client, TokenRequest request, Credentials credentials, RefreshChain chain, RetryPolicy policy) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String USED = "the refresh token was sent before, and its answer was lost; the server may have"
            + " replaced it, so it is not sent again: get a new one";
    private static final String NOT_KEPT = "the server gave a new refresh token, which is lost in the end: where it"
            + " replaces the one that was given, keep it in a file";

    AccessToken token() throws TokenException, InterruptedException {
        if (request.grant() instanceof Grant.RefreshToken grant) {
            return chain.inTurn(
                    () -> grant.file().isPresent() ? kept(grant, grant.file().get()) : given());
        }
        return request.grant().isRenewable()
                ? chain.inTurn(this::ofUser)
                : client.exchange(request, credentials, policy, Sending.AGAIN);
    }

    private AccessToken ofUser() throws TokenException, InterruptedException {
        long start = client.world().time().nanoTime();
        Optional<Secret> refresh = chain.next();
        if (refresh.isPresent()) {
            Optional<AccessToken> renewed = refreshed(refresh.get());
            if (renewed.isPresent()) {
                return renewed.get();
            }
        }
        AccessToken token = client.exchange(request, credentials, since(start), Sending.AGAIN);
        chain.begin(token);
        return token;
    }

    /** Empty if the grant itself has to be asked for anew. */
    private Optional<AccessToken> refreshed(Secret refresh) throws TokenException, InterruptedException {
        if (chain.isUsed(refresh)) {
            return Optional.empty();
        }
        TokenRequest renewal = request.renewal(refresh, chain.scopes());
        try {
            return Optional.of(chain.use(
                    refresh, sending -> client.exchange(renewal, credentials.refreshing(refresh), policy, sending)));
        } catch (TokenException e) {
            if (!chain.isUsed(refresh) && !isAboutTheToken(e)) {
                throw e;
            }
            chain.end();
            client.world()
                    .listener()
                    .retrying(e.getMessage() + "; next by the grant "
                            + request.grant().type());
            return Optional.empty();
        }
    }

    /** Whether it is not the client that was refused: with a wrong secret, the grant would fail as well. */
    private static boolean isAboutTheToken(TokenException e) {
        boolean refused = e instanceof CredentialsRefusedException || e instanceof RequestRefusedException;
        String error = e.error().orElse("");
        return refused && e.status().orElse(0) != 401 && !error.isEmpty() && !error.equals("invalid_client");
    }

    private AccessToken given() throws TokenException, InterruptedException {
        Secret token = chain.following(Secret.of(credentials.grant().get(0).value()));
        AccessToken answer = used(token);
        return chain.isReplaced(token) ? warned(answer, NOT_KEPT) : answer;
    }

    private AccessToken kept(Grant.RefreshToken grant, RefreshTokenFile file)
            throws TokenException, InterruptedException {
        try (RefreshTokenLease lease = file.lease(client.world().time(), policy.total())) {
            Optional<Secret> found = lease.read();
            Secret token = chain.following(found.isPresent() ? found.get() : first(grant, file));
            AccessToken answer = used(token);
            return chain.isReplaced(token) ? keep(lease, answer, file) : answer;
        }
    }

    private AccessToken used(Secret token) throws TokenException, InterruptedException {
        if (chain.isUsed(token)) {
            String message = "no token from " + request.server() + " (" + request.asked() + "): " + USED;
            throw new CredentialsRefusedException(message, Failure.beforeSending(null));
        }
        return chain.use(token, sending -> client.exchange(request, credentials.refreshing(token), policy, sending));
    }

    private AccessToken keep(RefreshTokenLease lease, AccessToken answer, RefreshTokenFile file) {
        Secret next = chain.next().orElseThrow();
        try {
            lease.write(next);
            chain.kept(next);
            return answer;
        } catch (IOException e) {
            return warned(
                    answer,
                    "the new refresh token could not be kept in '" + file + "' (" + RefreshTokenLease.reason(e)
                            + "); where it replaces the old one, the next run needs another one");
        }
    }

    private AccessToken warned(AccessToken answer, String warning) {
        client.world().listener().warned(warning);
        return answer.withWarning(warning);
    }

    private static Secret first(Grant.RefreshToken grant, RefreshTokenFile file) throws TokenConfigurationException {
        try {
            String text = grant.refreshToken().reveal();
            if (!text.isEmpty()) {
                return Secret.of(text);
            }
            throw fault("is missing, and there is none in '" + file + "'", null);
        } catch (SecretUnavailableException e) {
            throw fault("cannot be read: " + Objects.toString(e.getMessage(), ""), e);
        }
    }

    private static TokenConfigurationException fault(String problem, @Nullable Throwable cause) {
        return new TokenConfigurationException(
                List.of(new ConfigurationFault(TokenOption.REFRESH_TOKEN, problem)), cause);
    }

    private RetryPolicy since(long start) {
        Duration left = policy.total().minusNanos(client.world().time().nanoTime() - start);
        return new RetryPolicy(policy.attempts(), left.compareTo(SHORTEST) < 0 ? SHORTEST : left, policy.firstDelay());
    }

    @Override
    public String toString() {
        return "Renewal[" + request + "]";
    }
}
