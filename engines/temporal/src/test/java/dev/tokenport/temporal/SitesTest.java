package dev.tokenport.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Environment;
import dev.tokenport.secret.Redactor;
import dev.tokenport.temporal.message.TaskCall;
import dev.tokenport.temporal.message.TaskDefinition;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.workflow.run.LocalRunner.World;
import dev.tokenport.workflow.run.RunSite;
import dev.tokenport.workflow.semantics.Handover;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long a worker keeps its part of a run. */
final class SitesTest {

    private final ManualTime time = ManualTime.start();

    @TempDir
    private Path folder;

    @Test
    void site_isKeptForAnHourAndAsLongAsItIsUsed() {
        var sites = new Sites(world(), folder);
        RunSite used;
        try (Sites.Use busy = sites.use(call("one"))) {
            used = busy.site();
            time.advance(Duration.ofHours(5));
            assertThat(site(sites, "two")).isNotSameAs(used);
            assertThat(site(sites, "one")).isSameAs(used);
            time.advance(Duration.ofHours(5));
        }

        time.advance(Duration.ofMinutes(59));
        assertThat(site(sites, "one")).isSameAs(used);
        time.advance(Duration.ofMinutes(61));
        assertThat(site(sites, "one")).isNotSameAs(used);
    }

    @Test
    void dropOld_afterAnHourOutOfUse_keepsNothingOfTheRun() {
        var sites = new Sites(world(), folder);
        site(sites, "one");
        time.advance(Duration.ofMinutes(30));
        site(sites, "two");

        time.advance(Duration.ofMinutes(29));
        sites.dropOld();
        assertThat(sites.runs()).containsExactly("one", "two");

        time.advance(Duration.ofMinutes(2));
        sites.dropOld();
        assertThat(sites.runs()).containsExactly("two");
    }

    @Test
    void dropOld_behindARunThatIsInUse_keepsNothingOfTheOld() {
        var sites = new Sites(world(), folder);
        try (Sites.Use busy = sites.use(call("busy"))) {
            site(sites, "old");
            time.advance(Duration.ofMinutes(61));
            site(sites, "new");

            assertThat(sites.runs()).containsExactly("busy", "new");
            assertThat(site(sites, "busy")).isSameAs(busy.site());
        }
    }

    @Test
    void end_ofARun_dropsItsSite() {
        var sites = new Sites(world(), folder);
        RunSite used = site(sites, "one");

        assertThat(sites.end("one")).isEmpty();
        assertThat(sites.end("two")).isEmpty();

        assertThat(site(sites, "one")).isNotSameAs(used);
    }

    private static RunSite site(Sites sites, String run) {
        try (Sites.Use use = sites.use(call(run))) {
            return use.site();
        }
    }

    private World world() {
        return new World(
                time,
                options -> {
                    throw new IllegalStateException("no task uses HTTP");
                },
                Environment.of(Map.of()),
                new Redactor(),
                folder);
    }

    private static TaskCall call(String run) {
        var task = new TaskDefinition("step", "step", "test-step", "Test step", "", false, false, null, List.of());
        return new TaskCall(
                run, "steps", "steps.yaml", task, Handover.DRAINED, false, "", "", Map.of(), null, Map.of());
    }
}
