package dev.tokenport.service;

import dev.tokenport.http.Urls;
import dev.tokenport.http.Urls.InsecureHttp;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rule of {@link Urls#fault(String, InsecureHttp)} for many URLs: the requests of a task mostly go to one origin, and
 * another URL of the origin that was good last is taken without looking at its text again. Thread-safe.
 */
public final class KnownOrigin {

    private final InsecureHttp insecureHttp;
    private volatile @Nullable URI good;

    /** Nothing is known yet. */
    public KnownOrigin(InsecureHttp insecureHttp) {
        this.insecureHttp = insecureHttp;
    }

    /** What is wrong with a URL; empty if nothing is. */
    public Optional<String> fault(URI url) {
        URI before = good;
        if (before != null && isPlain(url) && Urls.sameOrigin(before, url)) {
            return Optional.empty();
        }
        Optional<String> fault = Urls.fault(url.toString(), insecureHttp);
        if (fault.isEmpty()) {
            good = url;
        }
        return fault;
    }

    /** Whether there is nothing beside an origin that could be wrong. */
    private static boolean isPlain(URI url) {
        return url.getRawFragment() == null && url.toString().indexOf('@') < 0;
    }
}
