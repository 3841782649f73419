package dev.tokenport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.http.Transport;
import dev.tokenport.http.TransportOptions;
import dev.tokenport.http.Transports;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class PreparationTest {

    private final BlockingQueue<URI> prepared = new LinkedBlockingQueue<>();
    private int asked;

    @Test
    void begin_urlInAnArgument_preparesForItsScheme() throws Exception {
        begin(
                new CommandLineProcess().with("OAUTH_TOKEN_URI", "http://other"),
                "token",
                "--token-url=https://idp/token");

        assertThat(prepared.poll(20, TimeUnit.SECONDS)).isEqualTo(URI.create("https://localhost"));
    }

    @Test
    void begin_urlInAVariable_preparesForItsScheme() throws Exception {
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "http://idp/token"), "--verbose", "exec", "--", "env");

        assertThat(prepared.poll(20, TimeUnit.SECONDS)).isEqualTo(URI.create("http://localhost"));
    }

    @Test
    void begin_noUrlOrNoRequest_preparesNothing() {
        begin(new CommandLineProcess(), "token", "--help");
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "http://idp/token"), "operators");
        begin(new CommandLineProcess().with("OAUTH_TOKEN_URI", "http://idp/token"));

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
                        world.temporary()),
                arguments);
    }

    private final class Recording implements Transports {

        @Override
        public Transport with(TransportOptions options) {
            throw new AssertionError("nothing is sent");
        }

        @Override
        public void prepare(URI url) {
            prepared.add(url);
        }
    }
}
