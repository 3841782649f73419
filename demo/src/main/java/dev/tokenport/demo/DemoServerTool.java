package dev.tokenport.demo;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.spi.ToolProvider;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The tool {@code tokenport-demo-server}: an authorization server and a protected API on loopback, on a random port, with
 * random credentials.
 *
 * <p>Its arguments are none, or a PKCS#12 file and its password: then both are there with TLS as well.
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
        try (DemoServers servers = DemoServers.start(accounts, tls(arguments))) {
            print(out, servers, accounts);
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (IOException e) {
            err.println("cannot listen on loopback: " + e.getMessage());
            return 1;
        } catch (GeneralSecurityException e) {
            err.println("cannot use the key: " + e.getMessage());
            return 1;
        }
    }

    private static Optional<SSLContext> tls(String... arguments) throws IOException, GeneralSecurityException {
        if (arguments.length == 0) {
            return Optional.empty();
        }
        char[] password = arguments[1].toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(new File(arguments[0]), password), password);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return Optional.of(context);
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
        servers.secureUrl("/token").ifPresent(url -> out.println("DEMO_SECURE_TOKEN_URL=" + url));
        out.println();
        out.flush();
    }
}
