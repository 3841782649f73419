package dev.tokenport.silk.run;

import dev.tokenport.http.TimeSource;
import dev.tokenport.http.Transports;
import dev.tokenport.operator.Cancellation;
import dev.tokenport.operator.Entity;
import dev.tokenport.operator.RunContext;
import dev.tokenport.operator.RunEnding;
import dev.tokenport.operator.TaskReport;
import dev.tokenport.operator.host.RedactingLogger;
import dev.tokenport.secret.Redactor;
import dev.tokenport.secret.Secret;
import dev.tokenport.secret.SecretStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The world as a task of Silk sees it. Nothing can be renewed: Silk hands over texts. Thread-safe. */
final class SilkContext implements RunContext {

    private final TaskWorld world;

    SilkContext(TaskWorld world) {
        this.world = world;
    }

    @Override
    public String run() {
        return world.run().identity();
    }

    @Override
    public String task() {
        return world.task();
    }

    @Override
    public TimeSource time() {
        return world.server().time();
    }

    @Override
    public Transports transports() {
        return new ServerTransports(
                world.configured().settings(),
                world.configured().transports(),
                world.run().transports());
    }

    @Override
    public SecretStore secrets() {
        return new SecretStore(
                ServerVariables.only(
                        world.configured().settings().variables(),
                        world.server().environment()),
                world.files().start());
    }

    @Override
    public Redactor redactor() {
        return world.run().redactor();
    }

    @Override
    public Cancellation cancellation() {
        return world.cancelling();
    }

    @Override
    public System.Logger logger() {
        return new RedactingLogger(System.getLogger(world.logger()), redactor());
    }

    @Override
    public void progress(String message) {
        world.progress().show(world.report().notes().shown(message));
    }

    @Override
    public TaskReport report() {
        return world.report().notes();
    }

    @Override
    public Path projectFolder() {
        return world.files().start();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> factory) {
        return world.run().shared(type, factory);
    }

    @Override
    public void atEnd(RunEnding ending) {
        world.run().endings().add(world.report().notes(), ending);
    }

    @Override
    public Optional<Secret> renew(String parameter, Secret refused) {
        // This run has no way back to the task that gave it; but the next one shall not get it again.
        world.run().refused(refused);
        return Optional.empty();
    }

    @Override
    public Secret current(String parameter, Secret held) {
        return held;
    }

    @Override
    public Executor executor() {
        return world.threads();
    }

    @Override
    public void reject(Optional<Entity> entity, String reason) {
        world.report().notes().rejected(reason);
    }
}
