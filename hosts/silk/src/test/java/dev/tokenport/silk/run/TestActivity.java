package dev.tokenport.silk.run;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.silkframework.execution.ExecutionReport;
import org.silkframework.runtime.activity.Activity;
import org.silkframework.runtime.activity.ActivityContext;
import org.silkframework.runtime.activity.ActivityControl;
import org.silkframework.runtime.activity.SimpleUserContext;
import org.silkframework.runtime.activity.Status;
import org.silkframework.runtime.activity.StatusHolder;
import org.silkframework.runtime.activity.UserContext;
import org.silkframework.runtime.activity.UserExecutionContext;
import org.silkframework.runtime.activity.ValueHolder;
import scala.Function0;
import scala.Function1;
import scala.Option;
import scala.runtime.BoxedUnit;

/** An activity of Silk that remembers its status lines and reports. Thread-safe. */
public final class TestActivity implements ActivityContext<ExecutionReport> {

    private final Option<ActivityContext<?>> parent;
    private final StatusHolder status = new StatusHolder(Logger.getLogger("test"), Option.empty(), 0, Option.empty());
    private final ValueHolder<ExecutionReport> value = new ValueHolder<>(Option::empty);
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Function1<Status, BoxedUnit> listener = now -> {
        lines.add(now.message());
        return BoxedUnit.UNIT;
    };

    private record Stopping(String message, Option<Object> progress) implements Status {}

    private TestActivity(Option<ActivityContext<?>> parent) {
        this.parent = parent;
        status.subscribe(listener);
    }

    /** An activity of its own. */
    public static TestActivity alone() {
        return new TestActivity(Option.empty());
    }

    /** The activity of a task within that of a workflow. */
    public static TestActivity within(TestActivity workflow) {
        return new TestActivity(Option.apply(workflow));
    }

    public void cancel() {
        status.update(new Stopping("Stopping...", Option.empty()), false);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public ExecutionReport report() {
        return value.apply();
    }

    public boolean hasReport() {
        return value.isDefined();
    }

    @Override
    public Option<ActivityContext<?>> parent() {
        return parent;
    }

    @Override
    public ValueHolder<ExecutionReport> value() {
        return value;
    }

    @Override
    public StatusHolder status() {
        return status;
    }

    @Override
    public Logger log() {
        return Logger.getLogger("test");
    }

    @Override
    public <R> ActivityControl<R> child(Activity<R> activity, double progressContribution) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void blockUntil(Function0<Object> condition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void helpQuiesce() {}

    @Override
    public UserContext startedBy() {
        return new SimpleUserContext(Option.empty(), new UserExecutionContext(false));
    }
}
