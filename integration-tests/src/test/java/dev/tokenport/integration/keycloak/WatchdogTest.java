package dev.tokenport.integration.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
final class WatchdogTest {

    @Test
    void watched_whenWhoAskedForItIsNoMore_isKilledWithWhatItStarted() throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 600 & echo started; wait").start();
        shell.inputReader().readLine();
        ProcessHandle sleep = shell.descendants().findFirst().orElseThrow();

        Watchdog.over(shell).close();

        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sleep.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
    }
}
