package dev.tokenport.web.session;

import dev.tokenport.web.site.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** One browser that may ask. Thread-safe. */
final class Session implements Visit {

    /** How long one lasts at the most. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final RandomToken csrf = RandomToken.random();
    private final List<Runnable> endings = new ArrayList<>();
    private final InstantSource clock;
    private final Duration idle;
    private final Instant begun;
    private volatile Instant used;
    private volatile boolean ended;

    Session(InstantSource clock, Duration idle) {
        this.clock = clock;
        this.idle = idle;
        this.begun = clock.instant();
        this.used = begun;
    }

    @Override
    public String csrf() {
        return csrf.reveal();
    }

    boolean isOurs(String token) {
        return csrf.matches(token);
    }

    /** Notes that something was asked. */
    void use() {
        used = clock.instant();
    }

    Instant used() {
        return used;
    }

    @Override
    public boolean hasEnded() {
        Instant now = clock.instant();
        return ended || !now.isBefore(begun.plus(LONGEST)) || !now.isBefore(used.plus(idle));
    }

    @Override
    public void whenEnded(Runnable ending) {
        synchronized (endings) {
            if (!ended) {
                endings.add(ending);
                return;
            }
        }
        ending.run();
    }

    @Override
    public void forget(Runnable ending) {
        synchronized (endings) {
            endings.remove(ending);
        }
    }

    void end() {
        List<Runnable> all;
        synchronized (endings) {
            ended = true;
            all = List.copyOf(endings);
            endings.clear();
        }
        all.forEach(Runnable::run);
    }
}
