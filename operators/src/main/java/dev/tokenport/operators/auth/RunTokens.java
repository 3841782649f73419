package dev.tokenport.operators.auth;

import dev.tokenport.http.TimeSource;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.oauth2.MetadataCache;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.secret.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What all tasks of a run that ask for tokens share: the kept tokens, the key that they are bound to, and who made how many
 * requests. The kept tokens, and what issuers have told, may be shared with other runs, if the host says so. Thread-safe.
 */
final class RunTokens {

    private final TokenCache cache;
    private final TokenCache revoked;
    private final MetadataCache metadata;
    private final Set<Secret> returned = ConcurrentHashMap.newKeySet();
    private final Map<String, TaskTokens> tasks = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();
    private @Nullable DpopKey key;

    private RunTokens(TokenCache cache, MetadataCache metadata, TimeSource time) {
        this.cache = cache;
        this.revoked = new TokenCache(time);
        this.metadata = metadata;
    }

    static RunTokens of(RunContext context) {
        TimeSource time = context.time();
        TokenCache cache = context.shared(TokenCache.class, () -> new TokenCache(time));
        MetadataCache metadata = context.shared(MetadataCache.class, () -> new MetadataCache(time));
        return context.shared(RunTokens.class, () -> new RunTokens(cache, metadata, time));
    }

    /** The kept tokens; those that are revoked at the end of the run are for nobody else. */
    TokenCache cache(Revoking revocation) {
        return revocation.atEnd() ? revoked : cache;
    }

    /** What issuers have told. */
    MetadataCache metadata() {
        return metadata;
    }

    /** The tokens that have been revoked. */
    Set<Secret> returned() {
        return returned;
    }

    /** The number of requests of a task. */
    AtomicInteger requests(String task) {
        return requests.computeIfAbsent(task, id -> new AtomicInteger());
    }

    /** The tokens of a task that was executed with these parameters; made when it is asked for the first time. */
    TaskTokens task(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        TaskTokens known = tasks.get(context.task());
        if (known != null && known.parameters().equals(parameters)) {
            return known;
        }
        var delivered = Delivered.in(context);
        var request = TokenRequests.of(parameters, context.projectFolder(), key(parameters.dpop(), context), delivered);
        TaskTokens made = TaskTokens.of(parameters, request, delivered, context, this);
        tasks.put(context.task(), made);
        return made;
    }

    /** The key that the tokens of a task are bound to. One that was made stays the same for the whole run. */
    Optional<DpopKey> key(Dpop dpop, RunContext context) throws OperatorException {
        if (!dpop.wanted()) {
            return Optional.empty();
        }
        Optional<DpopKey> given = dpop.given(context);
        return given.isPresent() ? given : Optional.of(own(context));
    }

    private synchronized DpopKey own(RunContext context) {
        DpopKey own = key == null ? DpopKey.generate() : key;
        own.register(context.redactor());
        key = own;
        return own;
    }
}
