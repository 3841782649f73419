package dev.tokenport.operators.auth;

import dev.tokenport.http.RetryPolicy;
import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.TokenClient;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenRequest;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tokens that a task got in a run, which are revoked when it has ended. Thread-safe. */
final class ReturnedTokens {

    /** A person may be waiting for the end of a cancelled run. */
    static final RetryPolicy PATIENCE = new RetryPolicy(2, Duration.ofSeconds(10), RetryPolicy.DEFAULT.firstDelay());

    private final TokenClient client;
    private final TokenRequest request;
    private final RunContext context;
    private final Set<Secret> returned;
    private final List<AccessToken> tokens = new ArrayList<>();

    /**
     * None yet.
     *
     * @param returned what has been revoked in this run: tasks may share a token
     */
    ReturnedTokens(TokenClient client, TokenRequest request, RunContext context, Set<Secret> returned) {
        this.client = client;
        this.request = request;
        this.context = context;
        this.returned = returned;
    }

    /** One more; those that have expired are nobody's business any more. */
    synchronized void add(AccessToken token) {
        if (tokens.stream().noneMatch(kept -> kept.value() == token.value())) {
            tokens.removeIf(kept -> kept.expiresAt().isBefore(context.time().now()));
            tokens.add(token);
        }
    }

    /** Revokes them all; what fails is a warning. */
    void revoke() throws InterruptedException {
        int revoked = 0;
        for (AccessToken token : all()) {
            if (returned.add(token.value())) {
                try {
                    client.revoke(request, token);
                    revoked++;
                } catch (TokenException e) {
                    context.report()
                            .warning(String.valueOf(TokenRequests.failed(e).getMessage()));
                }
            }
        }
        context.report().fact("revoked", String.valueOf(revoked));
    }

    private synchronized List<AccessToken> all() {
        return List.copyOf(tokens);
    }
}
