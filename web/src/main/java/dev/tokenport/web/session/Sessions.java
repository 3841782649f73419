package dev.tokenport.web.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sessions of a server. There are few, as a person has few browsers: the one least used makes room. Thread-safe. */
public final class Sessions {

    /** How many there are at the most. */
    static final int MOST = 32;

    private final Map<String, Session> sessions = new HashMap<>();
    private final InstantSource clock;
    private final Duration idle;

    /** No sessions yet; each ends when nothing was asked for a time. */
    public Sessions(InstantSource clock, Duration idle) {
        this.clock = clock;
        this.idle = idle;
    }

    /** Begins a session, and gives what its browser says to be known again. */
    String begin() {
        sweep();
        var id = RandomToken.random();
        synchronized (sessions) {
            sessions.put(id.reveal(), new Session(clock, idle));
        }
        return id.reveal();
    }

    /** The session that has not ended and was begun with this id. */
    Optional<Session> find(@Nullable String id) {
        @Nullable Session session;
        synchronized (sessions) {
            session = sessions.get(id);
        }
        if (session != null && session.hasEnded()) {
            end(session);
            return Optional.empty();
        }
        return Optional.ofNullable(session);
    }

    /** Ends a session. */
    void end(Session session) {
        synchronized (sessions) {
            sessions.values().remove(session);
        }
        session.end();
    }

    /** Ends all. */
    public void endAll() {
        all().forEach(this::end);
    }

    private void sweep() {
        all().stream().filter(Session::hasEnded).forEach(this::end);
        List<Session> rest = all();
        rest.stream()
                .sorted(Comparator.comparing(Session::used))
                .limit(Math.max(0, rest.size() - MOST + 1))
                .forEach(this::end);
    }

    private List<Session> all() {
        synchronized (sessions) {
            return List.copyOf(sessions.values());
        }
    }
}
