package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.AccessToken;
import dev.tokenport.oauth2.SentRequest;
import dev.tokenport.oauth2.TokenException;
import dev.tokenport.oauth2.TokenListener;
import dev.tokenport.operator.RunContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Passes on what the token client tells: retries as progress, warnings to the report, and how often each event was. All
 * but the number of requests stand in the report only if there were any. Thread-safe.
 */
final class ReportedProgress implements TokenListener {

    private final RunContext context;
    private final AtomicInteger requests;
    private final Set<String> warnings = ConcurrentHashMap.newKeySet();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicInteger renewed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final LongAdder kept = new LongAdder();
    private Duration waited = Duration.ZERO;

    ReportedProgress(RunContext context, AtomicInteger requests) {
        this.context = context;
        this.requests = requests;
        context.atEnd(this::tellKept);
    }

    @Override
    public void sending(SentRequest request) {
        context.report().fact("requests", String.valueOf(requests.incrementAndGet()));
    }

    @Override
    public void received(AccessToken token) {
        count("received", received);
    }

    /** Counted only: this happens before each request of a consumer. */
    @Override
    public void kept(AccessToken token) {
        kept.increment();
    }

    @Override
    public void renewed(AccessToken token) {
        count("renewed", renewed);
    }

    @Override
    public void failed(TokenException reason) {
        count("failed", failed);
    }

    @Override
    public synchronized void waited(Duration wait) {
        waited = waited.plus(wait);
        context.report().fact("waited", waited.toMillis() + " ms");
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

    private void count(String event, AtomicInteger counter) {
        context.report().fact(event, String.valueOf(counter.incrementAndGet()));
    }

    private void tellKept() {
        if (kept.sum() > 0) {
            context.report().fact("kept", String.valueOf(kept.sum()));
        }
    }
}
