package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.operator.RunContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes on what the token client tells: retries as progress, warnings and the number of requests to the report. */
final class ReportedProgress implements TokenListener {

    private final RunContext context;
    private final AtomicInteger requests;
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();

    ReportedProgress(RunContext context, AtomicInteger requests) {
        this.context = context;
        this.requests = requests;
    }

    @Override
    public void sending(SentRequest request) {
        context.report().fact("requests", String.valueOf(requests.incrementAndGet()));
    }

    @Override
    public void retrying(String line) {
        context.progress(line);
    }

    /** Reports a warning, once: a token repeats what the client has said while it was fetched. */
    @Override
    public void warned(String line) {
        if (warnings.add(line)) {
            context.report().warning(line);
        }
    }
}
