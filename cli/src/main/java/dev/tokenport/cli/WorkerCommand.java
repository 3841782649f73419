package dev.tokenport.cli;

import dev.tokenport.workflow.engine.EngineAddress;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.EngineWorker;
import dev.tokenport.workflow.engine.WorkerSettings;
import dev.tokenport.workflow.run.LocalRunner;
import dev.tokenport.workflow.store.EntityStore;
import dev.tokenport.workflow.store.FolderStore;
import dev.tokenport.workflow.store.OctetStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code tokenport worker}: executes tasks for an engine until it is stopped. */
final class WorkerCommand implements Subcommand.Action {

    /** The process waits no longer than ten seconds for a command that was interrupted. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Session session;

    private final Arguments arguments = new Arguments();

    private final EngineOptions engine = arguments.with(new EngineOptions());

    private final StoreOption store = arguments.with(new StoreOption());

    private final Given<@Nullable String> folder = arguments.text(
            "--folder",
            "FOLDER",
            "Where relative paths of workflows start (default: files in the store, else this folder).");

    private final ParallelOption parallel =
            arguments.with(new ParallelOption("How many tasks of a queue this worker executes side by side"));

    private final Given<Integer> keepStore = arguments.number(
            "--keep-store-for",
            "DAYS",
            "How long the store keeps what a run has left that never ended as it should (default: 30).",
            30);

    private final SecretOptions secrets = arguments.with(new SecretOptions());

    WorkerCommand(Session session) {
        this.session = session;
    }

    @Override
    public Arguments arguments() {
        return arguments;
    }

    @Override
    public String description() {
        return "Executes the tasks that an engine gives it, until Ctrl-C. Secrets and operators are those of this"
                + " machine.";
    }

    @Override
    @SuppressWarnings("try") // the worker works while it is open; nobody calls it
    public void run() throws InterruptedException {
        if (keepStore.value() < 1) {
            throw CommandException.refused("--keep-store-for '" + keepStore.value() + "' is less than 1");
        }
        engine.readHere();
        secrets.read(engine);
        Optional<OctetStore> place = store.store(session.world(), engine);
        Optional<EntityStore> entities = place.map(this::entities);
        WorkerSettings settings = settings(entities, files(place));
        EngineAddress address = engine.workerAddress(session, secrets);
        OperatorLog.toScreen(session);
        try (@Nullable StoreSweep sweep = entities.map(this::sweep).orElse(null);
                EngineWorker worker = engine.load(session.world()).work(address, settings)) {
            session.screen()
                    .say("worker: takes tasks from the " + named(engine.queues()) + " at " + address.target()
                            + "; Ctrl-C ends it");
            new CountDownLatch(1).await();
        } catch (EngineException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private static String named(List<String> queues) {
        return (queues.size() == 1 ? "queue" : "queues") + " '" + String.join("', '", queues) + "'";
    }

    /** A store that cannot be used is found out before anything is. */
    private EntityStore entities(OctetStore place) {
        var entities =
                new EntityStore(place, new KeyFileStoreCipher(EngineCipher.keysOf(secrets.keyFile(session.world()))));
        try {
            entities.check();
        } catch (IOException e) {
            throw CommandException.failed("--store: " + e.getMessage(), e);
        }
        return entities;
    }

    private StoreSweep sweep(EntityStore entities) {
        return StoreSweep.begin(session, entities, Duration.ofDays(keepStore.value()));
    }

    private WorkerSettings settings(Optional<EntityStore> entities, Path files) {
        World world = session.world();
        var runs = new LocalRunner.World(
                world.time(),
                world.transports().get(),
                secrets.sources(session),
                session.redactor(),
                world.temporary());
        return new WorkerSettings(
                runs, session.operators(), entities, engine.queues(), files, parallel.value(engine), PATIENCE);
    }

    private Path files(Optional<OctetStore> place) {
        Optional<Chosen> chosen = Chosen.option("--folder", folder.value()).or(() -> engine.inFile("folder"));
        if (chosen.isPresent()) {
            Path named = chosen.get().path();
            if (!Files.isDirectory(named)) {
                throw CommandException.refused(
                        chosen.get().name() + " '" + chosen.get().text() + "': there is no such folder");
            }
            return named.toAbsolutePath();
        }
        Path files = place.filter(FolderStore.class::isInstance)
                .map(FolderStore.class::cast)
                .map(FolderStore::files)
                .orElse(Path.of(""))
                .toAbsolutePath();
        try {
            return Files.createDirectories(files);
        } catch (IOException e) {
            throw CommandException.failed(files + " cannot be made: " + WorkflowArgument.reason(e), e);
        }
    }
}
