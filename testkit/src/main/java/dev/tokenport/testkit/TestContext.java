package dev.tokenport.testkit;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.OperatorException;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.RunEnding;
import dev.tokenport.operator.TaskReport;
import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The world of one executing task, for tests of operators: it remembers what the task tells about itself, redacted as a
 * runner would. By default the run is called {@code run} and the task {@code task}, the clock is this machine's, HTTP is real, no environment
 * variable is set, and nothing can be renewed. Thread-safe.
 */
public final class TestContext implements RunContext {

    /** Answers {@link RunContext#renew} in a test. */
    @FunctionalInterface
    public interface Renewal {

        /**
         * Gives the successor of a refused secret, or empty.
         *
         * @throws OperatorException if there is none
         */
        Optional<Secret> renew(String parameter, Secret refused) throws OperatorException;
    }

    /** Answers {@link RunContext#current} in a test. */
    @FunctionalInterface
    public interface Currency {

        /**
         * Gives the secret to use now.
         *
         * @throws OperatorException if there is none
         */
        Secret current(String parameter, Secret held) throws OperatorException;
    }

    private final TestOptions options;
    private final Redactor redactor = new Redactor();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final List<RunEnding> endings = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Map<String, String> facts = Collections.synchronizedMap(new LinkedHashMap<>());
    private final List<Reject> rejects = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    private volatile boolean cancelled;

    private TestContext(TestOptions options) {
        this.options = options;
    }

    /** A context whose relative paths start at {@code projectFolder}. */
    public static TestContext in(Path projectFolder) {
        return new TestContext(TestOptions.in(projectFolder));
    }

    /** A fresh context of a task of another run. */
    public TestContext withRun(String identity) {
        return new TestContext(options.withRun(identity));
    }

    /** A fresh context with another id of the task. */
    public TestContext withTask(String id) {
        return new TestContext(options.withTask(id));
    }

    /** A fresh context with another clock. */
    public TestContext withTime(TimeSource time) {
        return new TestContext(options.withTime(time));
    }

    /** A fresh context with another way to HTTP services. */
    public TestContext withTransports(Transports transports) {
        return new TestContext(options.withTransports(transports));
    }

    /** A fresh context with these environment variables. */
    public TestContext withEnvironment(Map<String, String> variables) {
        return new TestContext(options.withEnvironment(Environment.of(variables)));
    }

    /** A fresh context that renews secrets. */
    public TestContext withRenewal(Renewal renewal) {
        return new TestContext(options.withRenewal(renewal));
    }

    /** A fresh context that has successors of secrets before these are refused. */
    public TestContext withCurrency(Currency currency) {
        return new TestContext(options.withCurrency(currency));
    }

    /** Cancels the run, as seen by {@link #cancellation}; no thread is interrupted. */
    public void cancel() {
        cancelled = true;
    }

    /** The lines of progress so far. */
    public List<String> progressLines() {
        return List.copyOf(progress);
    }

    /** The warnings so far. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The entities given up so far. */
    public List<Reject> rejects() {
        return List.copyOf(rejects);
    }

    /** The facts so far, in the order of their first mention. */
    public Map<String, String> facts() {
        synchronized (facts) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        }
    }

    @Override
    public String run() {
        return options.run();
    }

    @Override
    public String task() {
        return options.task();
    }

    @Override
    public TimeSource time() {
        return options.time();
    }

    @Override
    public Transports transports() {
        return options.transports().orElseGet(() -> shared(Transports.class, Transports::direct));
    }

    @Override
    public SecretStore secrets() {
        return new SecretStore(options.environment(), options.projectFolder());
    }

    @Override
    public Redactor redactor() {
        return redactor;
    }

    @Override
    public Cancellation cancellation() {
        return () -> cancelled;
    }

    @Override
    public System.Logger logger() {
        return System.getLogger(TestContext.class.getName());
    }

    @Override
    public void progress(String message) {
        progress.add(redactor.redact(message));
    }

    @Override
    public TaskReport report() {
        return new TaskReport() {
            @Override
            public void warning(String message) {
                warnings.add(redactor.redact(message));
            }

            @Override
            public void fact(String name, String value) {
                facts.put(name, redactor.redact(value));
            }
        };
    }

    @Override
    public Path projectFolder() {
        return options.projectFolder();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> factory) {
        return type.cast(Objects.requireNonNull(shared.computeIfAbsent(type, key -> factory.get())));
    }

    @Override
    public void atEnd(RunEnding ending) {
        endings.add(ending);
    }

    /**
     * Does what the task left to be done at the end of the run, the last first.
     *
     * @throws OperatorException if it cannot be done
     * @throws InterruptedException as soon as the thread is interrupted
     */
    public void end() throws OperatorException, InterruptedException {
        for (int i = endings.size() - 1; i >= 0; i--) {
            endings.get(i).run();
        }
        endings.clear();
    }

    @Override
    public Optional<Secret> renew(String parameter, Secret refused) throws OperatorException {
        return options.renewal().renew(parameter, refused);
    }

    @Override
    public Secret current(String parameter, Secret held) throws OperatorException {
        return options.currency().current(parameter, held);
    }

    @Override
    public Executor executor() {
        return shared(TestThreads.class, TestThreads::new);
    }

    @Override
    public void reject(Optional<Entity> entity, String reason) {
        rejects.add(new Reject(entity, redactor.redact(reason)));
    }
}
