package dev.tokenport.integration.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at random moments of runs. {@code -Dcrash.kills=N} and {@code -Dcrash.seed=N} change how often, and when;
 * {@code make crash} does it more often, at other moments each time.
 */
final class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 200);
    private static final long SEED = Long.getLong("crash.seed", 20260101L);
    private static final int AT_A_TIME = 2;

    /** After so many kills in a row a run goes to its end. */
    private static final int KILLS_PER_RUN = 4;

    @TempDir
    Path folder;

    @Test
    void run_killedAtAnyMoment_leavesWholeFilesAndTheNextOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            var sites = new ArrayList<Future<CrashTally>>();
            for (int number = 0; number < AT_A_TIME; number++) {
                int site = number;
                sites.add(threads.submit(() -> crash(site)));
            }

            for (Future<CrashTally> site : sites) {
                CrashTally seen = site.get();
                // Otherwise the kills missed what they were meant to hit.
                assertThat(seen.inTime).as("seed %s: %s", SEED, seen).isGreaterThan(seen.kills / 2);
                assertThat(seen.leftovers).as("seed %s: %s", SEED, seen).isPositive();
                assertThat(seen.spools).as("seed %s: %s", SEED, seen).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private CrashTally crash(int number) throws Exception {
        Path place = Files.createDirectory(folder.resolve("site-" + number));
        try (var site = new CrashSite(place, SEED + number)) {
            site.learn();
            for (int kill = 1; kill <= KILLS / AT_A_TIME; kill++) {
                site.kill();
                if (kill % KILLS_PER_RUN == 0) {
                    site.succeed();
                }
            }
            site.succeed();
            return site.tally();
        } catch (AssertionError | Exception e) {
            throw new AssertionError("seed " + SEED + ", site " + number, e);
        }
    }
}
