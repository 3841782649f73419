package dev.tokenport.operators.auth;

import dev.tokenport.http.TimeSource;
import dev.tokenport.oauth2.TokenCache;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all tasks of a run that ask for tokens share: the kept tokens, and who made how many requests. Thread-safe. */
final class RunTokens {

    private final TokenCache cache;
    private final Map<String, TaskTokens> tasks = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    private RunTokens(TimeSource time) {
        this.cache = new TokenCache(time);
    }

    static RunTokens of(RunContext context) {
        return context.shared(RunTokens.class, () -> new RunTokens(context.time()));
    }

    /** The tokens of a task that was executed with these parameters; made when it is asked for the first time. */
    TaskTokens task(OAuth2Parameters parameters, RunContext context) throws OperatorException {
        TaskTokens known = tasks.get(context.task());
        if (known != null && known.parameters().equals(parameters)) {
            return known;
        }
        TaskTokens made = TaskTokens.of(
                parameters, context, cache, requests.computeIfAbsent(context.task(), id -> new AtomicInteger()));
        tasks.put(context.task(), made);
        return made;
    }
}
