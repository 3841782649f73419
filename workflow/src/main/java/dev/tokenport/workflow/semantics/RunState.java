package dev.tokenport.workflow.semantics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * How far a run is: which task may start, and what becomes of each. An engine tells what has happened and is told what may
 * start now; each task is named as ready once. For one thread at a time.
 */
public final class RunState {

    private final Dataflow flow;
    private final int[] waits;
    private final BitSet begun = new BitSet();
    private final BitSet done = new BitSet();
    private final BitSet behindFailure = new BitSet();
    private int doneCount;
    private int failed = -1;
    private boolean cancelled;

    /** The state of a run that has not begun. */
    public RunState(Dataflow flow) {
        this.flow = flow;
        this.waits = new int[flow.size()];
        for (int task = 0; task < waits.length; task++) {
            waits[task] = flow.connectionsTo(task);
        }
    }

    /**
     * The state of a run that goes on where it was left, with no task at work.
     *
     * @param done the tasks that have done all they had to
     */
    public static RunState resumed(Dataflow flow, BitSet done) {
        var state = new RunState(flow);
        done.stream().forEach(task -> {
            state.begun.set(task);
            state.finish(task);
        });
        return state;
    }

    /** The tasks that may start at once, in the order of the plan; when a run goes on, those that have not begun. */
    public List<Integer> readyAtStart() {
        List<Integer> ready = new ArrayList<>();
        for (int task = 0; task < waits.length; task++) {
            if (waits[task] == 0 && !begun.get(task)) {
                ready.add(task);
            }
        }
        return ready;
    }

    /**
     * A task is about to start.
     *
     * @return whether it may; not when the run has been ended
     */
    public boolean begin(int task) {
        if (ended()) {
            return false;
        }
        begun.set(task);
        return true;
    }

    /**
     * A task that hands over a stream has been executed; its consumer may pull.
     *
     * @return the tasks that may start now
     */
    public List<Integer> streamOpen(int task) {
        List<Integer> ready = new ArrayList<>();
        int consumer = flow.waitingForStream(task);
        if (consumer >= 0) {
            satisfy(consumer, ready);
        }
        return ready;
    }

    /**
     * A task has done all it had to: its output has been taken, kept, shared or drained.
     *
     * @return the tasks that may start now
     */
    public List<Integer> finish(int task) {
        List<Integer> ready = new ArrayList<>();
        if (!done.get(task)) {
            done.set(task);
            doneCount++;
            for (int waiting : flow.waitingForEnd(task)) {
                satisfy(waiting, ready);
            }
        }
        return ready;
    }

    private void satisfy(int task, List<Integer> ready) {
        waits[task]--;
        if (waits[task] == 0 && !ended()) {
            ready.add(task);
        }
    }

    /**
     * A task has raised an error, which ends the run.
     *
     * @return whether it is the one that ended it; what is raised afterwards is a consequence and belongs to nobody
     */
    public boolean fail(int task) {
        if (ended()) {
            return false;
        }
        failed = task;
        Deque<Integer> open = new ArrayDeque<>(List.of(task));
        for (Integer at = open.poll(); at != null; at = open.poll()) {
            for (int waiting : flow.waitingForEnd(at)) {
                addBehind(waiting, open);
            }
            if (flow.waitingForStream(at) >= 0) {
                addBehind(flow.waitingForStream(at), open);
            }
        }
        return true;
    }

    private void addBehind(int task, Deque<Integer> open) {
        if (!behindFailure.get(task)) {
            behindFailure.set(task);
            open.add(task);
        }
    }

    /** Somebody cancels the run; no effect once it is over. */
    public void cancel() {
        if (!over()) {
            cancelled = true;
        }
    }

    /** Whether nothing more may start: a task has failed, or the run was cancelled. */
    public boolean ended() {
        return failed >= 0 || cancelled;
    }

    /** Whether nothing more will start: all tasks are done, or the run has been ended. */
    public boolean over() {
        return ended() || doneCount == flow.size();
    }

    /** Whether a task has done all it had to. */
    public boolean isDone(int task) {
        return done.get(task);
    }

    /** The tasks that have done all they had to. */
    public BitSet done() {
        return (BitSet) done.clone();
    }

    /** What has become of a task, once the run is over and nothing runs any more. */
    public TaskStatus status(int task) {
        if (task == failed) {
            return TaskStatus.FAILED;
        }
        if (behindFailure.get(task) || !begun.get(task)) {
            return TaskStatus.SKIPPED;
        }
        return done.get(task) ? TaskStatus.DONE : TaskStatus.CANCELLED;
    }

    /** What has become of the run, once it is over. */
    public RunOutcome outcome() {
        if (failed >= 0) {
            return RunOutcome.FAILED;
        }
        return cancelled ? RunOutcome.CANCELLED : RunOutcome.DONE;
    }
}
