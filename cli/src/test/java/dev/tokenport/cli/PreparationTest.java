package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PreparationTest {

    private final BlockingQueue<String> threads = new LinkedBlockingQueue<>();
    private int asked;

    @Test
    void begin_urlInAnArgument_preparesForItsScheme() {
        begin(
                new CommandLineProcess().with("OAUTH_TOKEN_URI", "http://other"),
                "token",
                "--token-url=https://idp/token");
        begin(
                new CommandLineProcess().with("OAUTH_TOKEN_URI", "https://other"),
                "token",
                "--token-url=http://idp/token");

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void begin_proxyBeforeTheUrl_preparesForTls() {
        begin(new CommandLineProcess(), "token", "--proxy", "http://proxy", "--token-url", "https://idp/token");

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void begin_urlInAVariable_preparesForItsScheme() {
        begin(new CommandLineProcess().with("CMEM_BASE_URI", "https://cmem"), "--verbose", "exec", "--", "env");

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void begin_tls_preparesInAThreadThatKeepsNobodyWaiting() throws Exception {
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "https://idp/token"), "token");

        assertThat(threads.poll(20, TimeUnit.SECONDS)).endsWith(" daemon");
    }

    @Test
    void begin_withoutTls_asksForNoTransport() {
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "http://idp/token"), "token");

        assertThat(asked).isZero();
    }

    @Test
    void begin_noUrlOrNoRequest_preparesNothing() {
        begin(new CommandLineProcess(), "token", "--help");
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "https://idp/token"), "operators");
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "https://idp/token"));

        assertThat(asked).isZero();
    }

    private void begin(CommandLineProcess process, String... arguments) {
        World world = process.world();
        Preparation.begin(
                new World(
                        world.out(),
                        world.err(),
                        world.terminals(),
                        world.keyboard(),
                        world.environment(),
                        world.time(),
                        () -> {
                            asked++;
                            return new Recording();
                        },
                        world.plugins(),
                        world.programs(),
                        world.browser(),
                        world.temporary()),
                arguments);
    }

    private final class Recording implements Transports {

        @Override
        public Transport with(TransportOptions options) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public void prepareTls() {
            Thread thread = Thread.currentThread();
            threads.add(thread.getName() + (thread.isDaemon() ? " daemon" : ""));
            throw new IllegalStateException("of no concern");
        }
    }
}
