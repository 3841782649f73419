package org.silkframework.runtime.activity;

import java.util.logging.Logger;
import scala.Option;

/** The status of an activity. */
public class StatusHolder implements Observable<Status> {

    private volatile Status status = new Plain("Idle", Option.empty());
    private volatile boolean canceling;

    public StatusHolder(
            Logger log,
            Option<StatusHolder> parent,
            double progressContribution,
            Option<ProjectAndTaskIds> projectAndTaskId) {}

    @Override
    public Status apply() {
        return status;
    }

    public boolean isCanceling() {
        return canceling;
    }

    public void update(Status newStatus, boolean logStatus) {
        status = newStatus;
        canceling = newStatus.message().equals("Stopping...");
    }

    public void update(String message, double progress) {
        status = new Plain(message, Option.apply(progress));
    }

    public void updateMessage(String message, boolean logStatus) {
        status = new Plain(message, status.progress());
    }

    public void updateProgress(double progress, boolean logStatus) {
        status = new Plain(status.message(), Option.apply(progress));
    }

    private record Plain(String message, Option<Object> progress) implements Status {}
}
