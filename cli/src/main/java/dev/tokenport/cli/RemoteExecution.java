package dev.tokenport.cli;

import dev.tokenport.workflow.Plan;
import dev.tokenport.workflow.engine.EngineException;
import dev.tokenport.workflow.engine.FollowedRun;
import dev.tokenport.workflow.engine.RemoteRun;
import dev.tokenport.workflow.engine.RemoteRuns;
import dev.tokenport.workflow.engine.StoreNeed;
import dev.tokenport.workflow.run.RunReport;
import dev.tokenport.workflow.store.FolderStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options with which {@code run} has a workflow run elsewhere, and how it does. For one thread. */
final class RemoteExecution implements Arguments.Group {

    private static final int HEARTBEAT_SECONDS = 30;

    private final Arguments arguments = new Arguments();

    private final EngineOptions engine = arguments.with(new EngineOptions());

    private final StoreOption store = arguments.with(new StoreOption());

    private final Given<@Nullable String> id = arguments.text(
            "--id",
            "ID",
            "With --engine: the name of the run, of which there is no other (default: one that is made).");

    private final Given<Boolean> detach =
            arguments.flag("--detach", "With --engine: start the run, print its id, and do not wait for it.");

    private final Given<Integer> heartbeat = arguments.number(
            "--heartbeat",
            "SECONDS",
            "With --engine: a worker that is silent for so long is taken to be lost (default: 30).",
            HEARTBEAT_SECONDS);

    private final Given<Boolean> sharedFolder = arguments.flag(
            "--shared-folder",
            "With --engine: all workers have one folder in common (--folder), so that tasks may name files with"
                    + " relative paths where the store has none.");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** The options of the engine. */
    EngineOptions engine() {
        return engine;
    }

    /** Whether the workflow is to run elsewhere. */
    boolean isAsked() {
        return engine.isAsked();
    }

    /** Where the files of workflows are that all workers reach; empty without a store. */
    Optional<Path> files() {
        return store.folder(engine).map(FolderStore::files);
    }

    /** Fails if an option was given that is of use elsewhere only. */
    void refuse() {
        boolean named = id.value() != null || detach.value() || store.isGiven();
        if (named || sharedFolder.value() || heartbeat.value() != HEARTBEAT_SECONDS) {
            throw CommandException.refused(
                    "--id, --detach, --store, --shared-folder and --heartbeat are for runs with --engine");
        }
    }

    /** Runs a plan; empty if nobody waits for its end. */
    Optional<RunReport> run(Session session, Plan plan, int parallel, SecretOptions secrets)
            throws InterruptedException {
        refuseWithoutPlace(plan);
        if (heartbeat.value() < 1) {
            throw CommandException.refused("--heartbeat '" + heartbeat.value() + "' is less than a second");
        }
        String name = id.value() == null ? made(plan.workflow().name()) : id.value();
        var run = new RemoteRun(name, plan, parallel, Duration.ofSeconds(heartbeat.value()));
        World world = session.world();
        try (RemoteRuns runs = engine.load(world).connect(engine.address(session, secrets), world.time())) {
            runs.start(run);
            session.screen().say("run '" + name + "': started");
            if (detach.value()) {
                session.screen().answerLine(name);
                return Optional.empty();
            }
            return Optional.of(toTheEnd(session, runs, name));
        } catch (EngineException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the store and the folders of the workers have is known without reaching them. */
    private void refuseWithoutPlace(Plan plan) {
        boolean files = store.hasFiles(engine) || sharedFolder.value();
        if (store.chosen(engine).isEmpty()) {
            (files ? StoreNeed.ofEntities(plan) : StoreNeed.of(plan)).ifPresent(need -> {
                throw CommandException.refused(
                        need + ", so the workers need a store: --store file:FOLDER, a folder that all of them share");
            });
        } else if (!files) {
            StoreNeed.ofFiles(plan).ifPresent(need -> {
                throw CommandException.refused(
                        need + ", and there are no files on S3: give all workers one --folder that"
                                + " they share, and say so with --shared-folder");
            });
        }
    }

    /** Ctrl-C cancels the run, whose end is waited for; a second one does not wait. */
    private static RunReport toTheEnd(Session session, RemoteRuns runs, String name)
            throws EngineException, InterruptedException {
        FollowedRun followed = runs.follow(name, new Progress(session.screen()));
        try {
            return followed.toTheEnd();
        } catch (InterruptedException e) {
            runs.cancel(name);
            RunReport report = followed.toTheEnd();
            Thread.currentThread().interrupt();
            return report;
        }
    }

    private static String made(String workflow) {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        return workflow.replaceAll("[^A-Za-z0-9._-]", "-") + "-"
                + HexFormat.of().formatHex(random);
    }
}
