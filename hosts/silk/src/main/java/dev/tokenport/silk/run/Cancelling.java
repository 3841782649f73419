package dev.tokenport.silk.run;

import dev.tokenport.operator.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.silkframework.runtime.activity.ActivityContext;
import org.silkframework.runtime.activity.Status;
import org.silkframework.runtime.activity.StatusHolder;
import scala.Function1;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * Hears when the activity, or one that it is a part of, is cancelled, and interrupts the thread that works for the task then.
 * Thread-safe.
 */
final class Cancelling implements Cancellation, AutoCloseable {

    private final List<StatusHolder> statuses;
    private final Runnable more;
    /** Silk holds it weakly. */
    private final Function1<Status, BoxedUnit> listener;

    private final Map<Thread, Integer> working = new HashMap<>();
    private volatile boolean requested;

    private Cancelling(List<StatusHolder> statuses, Runnable more) {
        this.statuses = statuses;
        this.more = more;
        this.listener = status -> {
            heard();
            return BoxedUnit.UNIT;
        };
    }

    /**
     * Begins to listen.
     *
     * @param more what else is to be done when it is cancelled
     */
    static Cancelling of(ActivityContext<?> context, Runnable more) {
        List<StatusHolder> statuses = new ArrayList<>();
        Option<ActivityContext<?>> next = Option.apply(context);
        while (next.isDefined()) {
            ActivityContext<?> activity = next.get();
            statuses.add(activity.status());
            next = activity.parent();
        }
        var cancelling = new Cancelling(statuses, more);
        statuses.forEach(status -> status.subscribe(cancelling.listener));
        return cancelling;
    }

    private void heard() {
        if (!requested && isCancelled()) {
            requested = true;
            interrupt();
            more.run();
        }
    }

    private synchronized void interrupt() {
        working.keySet().forEach(Thread::interrupt);
    }

    private boolean isCancelled() {
        return statuses.stream().anyMatch(StatusHolder::isCanceling);
    }

    @Override
    public boolean requested() {
        return requested || isCancelled();
    }

    /** The current thread begins to work for the task. */
    void enter() throws InterruptedException {
        synchronized (this) {
            working.merge(Thread.currentThread(), 1, Integer::sum);
        }
        if (requested()) {
            leave();
            throw new InterruptedException("the run was cancelled");
        }
    }

    /** The current thread has worked for the task; it is not interrupted from now on. */
    synchronized void leave() {
        working.computeIfPresent(Thread.currentThread(), (thread, times) -> times == 1 ? null : times - 1);
    }

    /** Ends to listen. */
    @Override
    public void close() {
        statuses.forEach(status -> status.removeSubscription(listener));
    }
}
