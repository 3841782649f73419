package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.CredentialsRefusedException;
import dev.tokenport.oauth2.RequestRefusedException;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretUnavailableException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The secrets of a request that may come from other tasks, by config ports: each time one is read it is the one that its
 * task holds to be valid then, and one that the server refused is renewed by its task. Thread-safe.
 */
final class Delivered {

    /** What servers say of a token or an assertion that they do not accept; none of it is about the client. */
    private static final Set<String> REFUSALS = Set.of("invalid_grant", "invalid_request", "invalid_token");

    private final Optional<RunContext> context;
    private final Map<String, Secret> held = new ConcurrentHashMap<>();

    private Delivered(Optional<RunContext> context) {
        this.context = context;
    }

    /** What other tasks of a run deliver. */
    static Delivered in(RunContext context) {
        return new Delivered(Optional.of(context));
    }

    /** Nothing: each secret stays as it is. */
    static Delivered none() {
        return new Delivered(Optional.empty());
    }

    /** A secret that is asked for anew each time it is read. */
    Secret current(String parameter, Secret given) {
        if (context.isEmpty()) {
            return given;
        }
        held.put(parameter, given);
        return Secret.from(given.origin(), () -> read(parameter, context.get()).reveal());
    }

    /** Renews what may have been refused; whether something was. */
    boolean renews(TokenException failure) throws OperatorException, InterruptedException {
        boolean renewed = false;
        if (context.isPresent() && isRefused(failure)) {
            for (Map.Entry<String, Secret> secret : held.entrySet()) {
                Optional<Secret> successor = context.get().renew(secret.getKey(), secret.getValue());
                successor.ifPresent(secret::setValue);
                renewed |= successor.isPresent();
            }
        }
        return renewed;
    }

    private Secret read(String parameter, RunContext run) {
        Secret before = Objects.requireNonNull(held.get(parameter));
        try {
            Secret now = run.current(parameter, before);
            held.replace(parameter, before, now);
            return now;
        } catch (OperatorException e) {
            throw new SecretUnavailableException(Objects.toString(e.getMessage(), ""), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SecretUnavailableException("interrupted", e);
        }
    }

    private static boolean isRefused(TokenException failure) {
        return (failure instanceof CredentialsRefusedException || failure instanceof RequestRefusedException)
                && failure.error().filter(REFUSALS::contains).isPresent();
    }
}
