package dev.tokenport.operators.auth;

import dev.tokenport.http.TimeSource;
import dev.tokenport.oauth2.MetadataCache;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all tasks of a run that ask for tokens share: the kept tokens, and who made how many requests. Thread-safe. */
final class RunTokens {

    private final TokenCache cache;
    private final MetadataCache metadata;
    private final Map<String, TaskTokens> tasks = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    private RunTokens(TimeSource time) {
        this.cache = new TokenCache(time);
        this.metadata = new MetadataCache(time);
    }

    static RunTokens of(RunContext context) {
        return context.shared(RunTokens.class, () -> new RunTokens(context.time()));
    }

    /** The kept tokens. */
    TokenCache cache() {
        return cache;
    }

    /** What issuers have told. */
    MetadataCache metadata() {
        return metadata;
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
        TaskTokens made = TaskTokens.of(parameters, context, this);
        tasks.put(context.task(), made);
        return made;
    }
}
