package dev.tokenport.workflow.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Operator;
import dev.tokenport.operator.ParameterList;
import dev.tokenport.operator.host.Endings;
import dev.tokenport.operator.host.KnownSecrets;
import dev.tokenport.operator.host.SharedObjects;
import dev.tokenport.operator.spool.SpoolFolder;
import dev.tokenport.secret.SecretStore;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.semantics.Failure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What all tasks of a run use. Thread-safe. */
final class RunScope {

    private final World world;
    private final Instant began;
    private final long beganNanos;
    private final SecretStore secrets;
    private final Path folder;
    private final Cancellation cancellation;
    private final Announcer announcer;
    private final KnownSecrets knownSecrets;
    private final SpoolFolder spoolFolder;
    private final SharedObjects shared;
    private final Endings endings;
    private final Map<Class<?>, ParameterList> parameterLists;

    RunScope(World world, SecretStore secrets, Path folder, Cancellation cancellation, RunListener listener) {
        this.world = world;
        this.began = world.time().now();
        this.beganNanos = world.time().nanoTime();
        this.secrets = secrets;
        this.folder = folder;
        this.cancellation = cancellation;
        this.announcer = new Announcer(listener);
        this.knownSecrets = new KnownSecrets(world.redactor());
        this.spoolFolder = new SpoolFolder(world.scratch());
        this.shared = new SharedObjects();
        this.endings = new Endings();
        this.parameterLists = new ConcurrentHashMap<>();
    }

    private RunScope(RunScope whole, Cancellation cancellation, RunListener listener) {
        this.world = whole.world;
        this.began = whole.began;
        this.beganNanos = whole.beganNanos;
        this.secrets = whole.secrets;
        this.folder = whole.folder;
        this.cancellation = cancellation;
        this.announcer = new Announcer(listener);
        this.knownSecrets = whole.knownSecrets;
        this.spoolFolder = whole.spoolFolder;
        this.shared = whole.shared;
        this.endings = whole.endings;
        this.parameterLists = whole.parameterLists;
    }

    /** The same for a part of the run that is cancelled by itself and has a listener of its own. */
    RunScope part(Cancellation cancelled, RunListener listener) {
        return new RunScope(this, cancelled, listener);
    }

    World world() {
        return world;
    }

    TimeSource time() {
        return world.time();
    }

    /** The time of what happens in the run: the wall clock at its begin, and what has passed since, as nobody can set it. */
    Instant now() {
        return began.plusNanos(world.time().nanoTime() - beganNanos);
    }

    SecretStore secrets() {
        return secrets;
    }

    /** Where relative paths start. */
    Path folder() {
        return folder;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Announcer announcer() {
        return announcer;
    }

    KnownSecrets knownSecrets() {
        return knownSecrets;
    }

    SpoolFolder spoolFolder() {
        return spoolFolder;
    }

    SharedObjects shared() {
        return shared;
    }

    /** What is to be done at the end. */
    Endings endings() {
        return endings;
    }

    /** The parameters of an operator, whose annotations are read once. */
    ParameterList parameters(Operator<?> operator) {
        return parameterLists.computeIfAbsent(operator.parameters(), record -> ParameterList.of(operator.parameters()));
    }

    /** A text as it may leave the run: redacted first, then on one line. */
    String shown(String text) {
        return Failure.oneLine(world.redactor().redact(text));
    }
}
