package org.silkframework.runtime.activity;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import scala.Function1;
import scala.Option;

/** The status of an activity. */
public class StatusHolder implements Observable<Status> {

    private volatile Status status = new Plain("Idle", Option.empty());
    private volatile boolean canceling;
    private final Set<Function1<Status, ?>> subscribers = ConcurrentHashMap.newKeySet();

    public StatusHolder(
            Logger log,
            Option<StatusHolder> parent,
            double progressContribution,
            Option<ProjectAndTaskIds> projectAndTaskId) {}

    @Override
    public Status apply() {
        return status;
    }

    @Override
    public <U> void subscribe(Function1<Status, U> subscriber) {
        subscribers.add(subscriber);
    }

    @Override
    public <U> void removeSubscription(Function1<Status, U> subscriber) {
        subscribers.remove(subscriber);
    }

    public boolean isCanceling() {
        return canceling;
    }

    public void update(Status newStatus, boolean logStatus) {
        canceling = newStatus.message().equals("Stopping...");
        set(newStatus);
    }

    public void update(String message, double progress) {
        running(new Plain(message, Option.apply(progress)));
    }

    public void updateMessage(String message, boolean logStatus) {
        running(new Plain(message, status.progress()));
    }

    public void updateProgress(double progress, boolean logStatus) {
        running(new Plain(status.message(), Option.apply(progress)));
    }

    private void running(Status running) {
        if (!canceling) {
            set(running);
        }
    }

    private void set(Status newStatus) {
        status = newStatus;
        subscribers.forEach(subscriber -> subscriber.apply(newStatus));
    }

    private record Plain(String message, Option<Object> progress) implements Status {}
}
