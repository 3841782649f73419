package dev.tokenport.operator;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The world as an executing task sees it. Thread-safe. */
public interface RunContext {

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
}
