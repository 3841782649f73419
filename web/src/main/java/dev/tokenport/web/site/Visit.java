package dev.tokenport.web.site;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The session in which something is asked, as pages see it. Thread-safe. */
public interface Visit {

    /** The field of a form that has the token of {@link #csrf}. */
    String FIELD = "csrf";

    /** The header that has it, in requests that a script sends. */
    String HEADER = "X-CSRF-Token";

    /** What comes with each request that changes something, and that no other site can know. */
    String csrf();

    /** Whether the session is over. */
    boolean hasEnded();

    /** Has something done when the session ends; at once if it has ended. */
    void whenEnded(Runnable ending);

    /** Forgets what was to be done when the session ends. */
    void forget(Runnable ending);

    /** Makes this the session of a request. */
    default void accompany(Context context) {
        context.attribute(Visit.class.getName(), this);
    }

    /** The session of a request; none where it was refused. */
    static Optional<Visit> of(Context context) {
        @Nullable Visit visit = context.attribute(Visit.class.getName());
        return Optional.ofNullable(visit);
    }
}
