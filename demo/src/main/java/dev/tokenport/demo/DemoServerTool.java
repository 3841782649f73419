package dev.tokenport.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.spi.ToolProvider;

/**
 * The tool {@code tokenport-demo-server}: an authorization server and a protected API on loopback, on a random port, with
 * random credentials.
 *
 * <p>It prints {@code NAME=VALUE} lines that say where they are and whom they know, then an empty line, and runs until its
 * thread is interrupted.
 */
public final class DemoServerTool implements ToolProvider {

    /** For {@link java.util.ServiceLoader}. */
    public DemoServerTool() {}

    @Override
    public String name() {
        return "tokenport-demo-server";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... arguments) {
        Accounts accounts = Accounts.random();
        try (DemoServers servers = DemoServers.start(accounts)) {
            print(out, servers, accounts);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (IOException e) {
            err.println("cannot listen on loopback: " + e.getMessage());
            return 1;
        }
    }

    private static void print(PrintWriter out, DemoServers servers, Accounts accounts) {
        Map.of(
                        "DEMO_TOKEN_URL", servers.url("/token"),
                        "DEMO_API_URL", servers.url("/orders"),
                        "DEMO_CLIENT_ID", accounts.clientId(),
                        "DEMO_CLIENT_SECRET", accounts.clientSecret(),
                        "DEMO_USER_NAME", accounts.userName(),
                        "DEMO_PASSWORD", accounts.password())
                .forEach((name, value) -> out.println(name + "=" + value));
        out.println();
        out.flush();
    }
}
