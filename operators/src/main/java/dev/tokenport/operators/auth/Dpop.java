package dev.tokenport.operators.auth;

import dev.tokenport.jose.DpopKey;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.Parameter;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.Optional;

/** Whether tokens are bound to a key, and to which one (RFC 9449). Immutable. */
record Dpop(
        @Parameter(
                id = "oauth_dpop",
                label = "DPoP",
                description = "Whether the token shall be bound to a key (DPoP, RFC 9449), so that whoever steals it"
                        + " cannot use it. The key is made for the run and handed over with the token, as"
                        + " `oauth_dpop_key`; the consuming task needs that parameter as well.",
                defaultValue = "false",
                advanced = true)
        boolean wanted,

        @Parameter(
                id = KEY,
                label = "DPoP Key",
                description = "The private key (a JWK of the curve P-256) that the token shall be bound to, or that a"
                        + " `prefetched_token` is bound to. Empty: one that is made for the run.",
                mandatoryWhen = "oauth_dpop=true&oauth_grant_type=prefetched_token",
                advanced = true)
        Optional<Secret> key) {

    static final String KEY = "oauth_dpop_key";

    /**
     * The key that was given; empty for none.
     *
     * @throws OperatorException if it is no such key
     */
    Optional<DpopKey> given(RunContext context) throws OperatorException {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            DpopKey given = DpopKey.of(key.get());
            given.register(context.redactor());
            return Optional.of(given);
        } catch (IllegalArgumentException e) {
            throw new OperatorException(KEY + " " + e.getMessage(), e);
        } catch (SecretUnavailableException e) {
            throw new OperatorException(KEY + ": " + e.getMessage(), e);
        }
    }
}
