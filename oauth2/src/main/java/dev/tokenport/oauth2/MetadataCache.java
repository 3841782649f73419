package dev.tokenport.oauth2;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Urls.InsecureHttp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps what issuers have told of themselves, an hour each, for all clients that share it. Thread-safe. */
public final class MetadataCache {

    private static final Duration KEPT = Duration.ofHours(1);

    private final TimeSource time;
    private final Map<Key, Place> places = new ConcurrentHashMap<>();

    /** An empty cache by this machine's clock. */
    public MetadataCache() {
        this(TimeSource.system());
    }

    /** An empty cache by a clock. */
    public MetadataCache(TimeSource time) {
        this.time = Objects.requireNonNull(time);
    }

    /** The place of one issuer, and the one flight that asks it. Thread-safe. */
    static final class Place {

        private final SingleFlight<ServerMetadata> flight = new SingleFlight<>(told -> true);
        private volatile @Nullable Told told;

        private record Told(ServerMetadata metadata, long nanos) {}

        SingleFlight<ServerMetadata> flight() {
            return flight;
        }

        /** What was told, however long ago. */
        Optional<ServerMetadata> last() {
            return Optional.ofNullable(told).map(Told::metadata);
        }

        /** What was told within the hour. */
        Optional<ServerMetadata> fresh(long now) {
            return Optional.ofNullable(told)
                    .filter(kept -> now - kept.nanos() < KEPT.toNanos())
                    .map(Told::metadata);
        }

        void keep(ServerMetadata metadata, long now) {
            told = new Told(metadata, now);
        }

        void forget() {
            told = null;
        }
    }

    /** What one kind of request accepts is not for the others. */
    private record Key(URI issuer, InsecureHttp insecureHttp) {}

    Place place(URI issuer, InsecureHttp insecureHttp) {
        return places.computeIfAbsent(new Key(issuer, insecureHttp), missing -> new Place());
    }

    long nanoTime() {
        return time.nanoTime();
    }
}
