package dev.tokenport.operators.auth;

import dev.tokenport.http.TimeSource;
import dev.tokenport.oauth2.TokenCache;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What all tasks of a run that ask for tokens share: the kept tokens, and who made how many requests. Thread-safe. */
final class RunTokens {

    private final TokenCache cache;
    private final Map<String, AtomicInteger> requests = new ConcurrentHashMap<>();

    RunTokens(TimeSource time) {
        this.cache = new TokenCache(time);
    }

    TokenCache cache() {
        return cache;
    }

    /** The number of requests that a task made, renewals included. */
    AtomicInteger requests(String task) {
        return requests.computeIfAbsent(task, id -> new AtomicInteger());
    }
}
