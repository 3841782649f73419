package dev.tokenport.silk.run;

import org.silkframework.runtime.activity.ActivityContext;
import scala.Option;

/** Where people see what a task is doing: the status of its activity, and of the workflow. Thread-safe. */
final class SilkProgress {

    private final ActivityContext<?> context;
    private final String label;

    SilkProgress(ActivityContext<?> context, String label) {
        this.context = context;
        this.label = label;
    }

    /** Shows one line, which is redacted; the log is spared it. */
    void show(String line) {
        context.status().updateMessage(line, false);
        Option<ActivityContext<?>> workflow = context.parent();
        if (workflow.isDefined()) {
            workflow.get().status().updateMessage(label + ": " + line, false);
        }
    }
}
