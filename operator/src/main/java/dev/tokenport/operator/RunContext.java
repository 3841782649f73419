package dev.tokenport.operator;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The world as an executing task sees it. Thread-safe. */
public interface RunContext {

    /** The path under which a rejected entity carries the reason. */
    String REJECT_REASON = "reject_reason";

    /**
     * The identity of the run, which nobody else's run has: the same at each execution of a task in it, on whatever machine
     * that is. Not secret.
     */
    String run();

    /** The id of the task. */
    String task();

    /** The clock. */
    TimeSource time();

    /** The way to HTTP services. */
    Transports transports();

    /** Where references to secrets lead. */
    SecretStore secrets();

    /** The redactor of the run; an operator adds each secret it reveals or receives. */
    Redactor redactor();

    /** Whether the run is being cancelled. */
    Cancellation cancellation();

    /** A logger for those who maintain the operator. */
    System.Logger logger();

    /** Shows people what the task is doing right now: one line, redacted on its way out. */
    void progress(String message);

    /** What the task tells about itself. */
    TaskReport report();

    /** The folder at which relative paths start. */
    Path projectFolder();

    /**
     * What the tasks of this run share, one object per type, made at the first call.
     *
     * @param type the key
     * @param factory makes the object; called once per run
     */
    <T> T shared(Class<T> type, Supplier<T> factory);

    /**
     * Has something done when no task of the run is at work any more, however the run ended, before it is reported: what
     * was lent is given back then. Done once, in the reverse of the order in which it was asked for; it must not take long,
     * since a person who cancels the run waits for it.
     */
    void atEnd(RunEnding ending);

    /**
     * Replaces a secret that a service refused, by asking the task it came from.
     *
     * @param parameter the id of the parameter that holds the secret
     * @param refused the secret that was refused
     * @return the successor, which the parameter holds from now on; empty if the secret did not come straight from a task
     *     that can renew it
     * @throws OperatorException if there is no successor
     * @throws InterruptedException as soon as the run is cancelled
     */
    Optional<Secret> renew(String parameter, Secret refused) throws OperatorException, InterruptedException;

    /**
     * The secret to use now in the place of one that a parameter holds: its successor, if the task it came from has
     * replaced it meanwhile, or replaces it because it is about to expire; otherwise the same one. Asked before each use;
     * costs next to nothing while the secret is good.
     *
     * @param parameter the id of the parameter that holds the secret
     * @param held the secret that was used last
     * @throws OperatorException if the secret has expired and there is no successor
     * @throws InterruptedException as soon as the run is cancelled
     */
    Secret current(String parameter, Secret held) throws OperatorException, InterruptedException;

    /**
     * Threads for what the task does side by side. Work that has been begun is interrupted when the run is cancelled; the
     * task waits for its own work before it ends.
     */
    Executor executor();

    /**
     * Gives up an entity that the task cannot process, and goes on: it is counted, and goes to the task's second output
     * with the reason under the path {@value #REJECT_REASON}.
     *
     * @param entity the entity of the input; none without an input
     * @param reason why, one line; redacted on its way out
     * @throws OperatorException if it cannot be handed over
     */
    void reject(Optional<Entity> entity, String reason) throws OperatorException;
}
