package dev.tokenport.temporal;

import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunSite;
import dev.tokenport.workflow.run.TaskNotes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs that a worker takes part in. What is kept of a run is dropped when it ends, or has not been asked for in a while.
 * Thread-safe.
 */
final class Sites {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration KEPT_WITH_LEFTOVERS = Duration.ofDays(7);

    private final World world;
    private final Path folder;

    /** In the order of their last use. */
    private final Map<String, Kept> sites = new LinkedHashMap<>();

    /** A run's part, how many use it, and when that was begun or ended last. */
    private record Kept(RunSite site, int users, Instant used) {}

    /** One use of a run's part, which is not dropped before that is closed. */
    final class Use implements AutoCloseable {

        private final String run;
        private final RunSite site;

        private Use(String run, RunSite site) {
            this.run = run;
            this.site = site;
        }

        RunSite site() {
            return site;
        }

        @Override
        public void close() {
            synchronized (sites) {
                Kept kept = sites.get(run);
                if (kept != null && kept.site() == site) {
                    sites.remove(run);
                    sites.put(
                            run,
                            new Kept(kept.site(), kept.users() - 1, world.time().now()));
                }
            }
        }
    }

    Sites(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    /** The part of a run that takes place here. */
    Use use(TaskCall call) {
        dropOld();
        Instant now = world.time().now();
        synchronized (sites) {
            Kept kept = sites.remove(call.run());
            RunSite site = kept == null ? new RunSite(world, call.run(), call.workflow(), folder) : kept.site();
            sites.put(call.run(), new Kept(site, kept == null ? 1 : kept.users() + 1, now));
            return new Use(call.run(), site);
        }
    }

    /** The runs of which something is kept. */
    List<String> runs() {
        synchronized (sites) {
            return List.copyOf(sites.keySet());
        }
    }

    /** Drops what has been out of use for too long. */
    void dropOld() {
        Instant now = world.time().now();
        List<RunSite> old = new ArrayList<>();
        synchronized (sites) {
            Iterator<Kept> byUse = sites.values().iterator();
            while (byUse.hasNext()) {
                Kept kept = byUse.next();
                if (!kept.used().plus(KEPT).isBefore(now)) {
                    break;
                }
                if (isOld(kept, now)) {
                    byUse.remove();
                    old.add(kept.site());
                }
            }
        }
        old.forEach(RunSite::end);
    }

    private static boolean isOld(Kept kept, Instant now) {
        if (kept.users() > 0) {
            return false;
        }
        Duration time = kept.site().leavesSomething() ? KEPT_WITH_LEFTOVERS : KEPT;
        return kept.used().plus(time).isBefore(now);
    }

    /** Does what is left to be done at the end of a run, and drops what is kept of it. */
    Map<String, TaskNotes> end(String run) {
        Kept kept;
        synchronized (sites) {
            kept = sites.remove(run);
        }
        return kept == null ? Map.of() : kept.site().end();
    }
}
