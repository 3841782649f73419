package dev.tokenport.operators.auth;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.GivenToken;
import dev.tokenport.oauth2.ObtainedToken;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.Schema;
import dev.tokenport.operator.Value;
import dev.tokenport.operator.Value.SecretValue;
import dev.tokenport.secret.SecretUnavailableException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Hands over a token that was fetched elsewhere; no request is made. */
final class PrefetchedToken {

    private PrefetchedToken() {}

    static Entity settings(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        GivenToken token = token(parameters, context);
        Optional<String> expiry = token.expiresAt()
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS).toString());
        context.report().fact("grant", "prefetched_token");
        context.report().fact("expiry", expiry.orElse("unknown"));
        context.report().fact("requests", "0");
        expired(token, context).ifPresent(context.report()::warning);
        return new Entity(
                Schema.PARAMETER,
                OAuth2Authentication.SCHEMA,
                List.of(
                        List.of(new SecretValue(token.value(), context.task())),
                        List.of(Value.of(token.tokenType())),
                        expiry.map(Value::of).stream().toList(),
                        List.of(new SecretValue(token.authorization(), context.task())),
                        OAuth2Authentication.key(token.dpopKey(), context.task())));
    }

    /** The token with what a person should look at. */
    static ObtainedToken obtained(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        GivenToken token = token(parameters, context);
        return ObtainedToken.of(token, expired(token, context).stream().toList());
    }

    /** Why a refused token has no successor. */
    static OperatorException notRenewable() {
        return new OperatorException("oauth_access_token was given, not fetched; it cannot be renewed: give a new one");
    }

    private static GivenToken token(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        Optional<DpopKey> key = parameters.dpop().given(context);
        GivenToken bare = token(parameters);
        GivenToken token = key.map(bare::boundTo).orElse(bare);
        context.redactor().add(token.value().reveal());
        return token;
    }

    private static GivenToken token(OAuth2Parameters parameters) throws OperatorException {
        try {
            return GivenToken.of(parameters.accessToken().orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new OperatorException("oauth_access_token " + e.getMessage(), e);
        } catch (SecretUnavailableException e) {
            throw new OperatorException("oauth_access_token: " + e.getMessage(), e);
        }
    }

    // The clock of this machine may be wrong: the service decides.
    private static Optional<String> expired(GivenToken token, RunContext context) {
        Instant now = context.time().now();
        return token.expiresAt()
                .filter(expiry -> !expiry.isAfter(now))
                .map(expiry -> "oauth_access_token expired at " + expiry.truncatedTo(ChronoUnit.SECONDS)
                        + "; it was given, not fetched, and cannot be renewed");
    }
}
