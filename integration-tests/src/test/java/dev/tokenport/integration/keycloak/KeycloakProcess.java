package dev.tokenport.integration.keycloak;

import dev.tokenport.http.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The process of a Keycloak that stands unpacked in a folder; it logs to {@code keycloak.log} beside it. For one thread. */
final class KeycloakProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> BUILD =
            List.of("build", "--db=dev-mem", "--cache=local", "--https-client-auth=request");

    private final TimeSource time = TimeSource.system();
    private final Path home;
    private final Path log;
    private @Nullable Process process;

    KeycloakProcess(Path home) {
        this.home = home;
        this.log = home.resolveSibling("keycloak.log");
        if (!Files.isRegularFile(home.resolve("bin/kc.sh"))) {
            throw new IllegalStateException(
                    "no Keycloak in " + home + "; 'mvn pre-integration-test -pl integration-tests -am' unpacks it");
        }
    }

    /** Lets Keycloak prepare itself for its options, once per unpacked folder: it starts faster then. */
    void build() throws IOException, InterruptedException {
        Path done = home.resolve("tokenport-build.txt");
        if (Files.exists(done) && Files.readAllLines(done).equals(BUILD)) {
            return;
        }
        Process build = launch(BUILD);
        if (!build.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
            kill(build);
            throw new IllegalStateException("'kc.sh build' failed; the end of " + log + ":\n" + tail());
        }
        Files.write(done, BUILD);
    }

    /** Starts the server with the realms of the tests. */
    void start(int httpPort, int httpsPort, Certificates certificates) throws IOException {
        importRealm("tokenport-realm.json");
        importRealm("certificates-realm.json");
        Path folder = home.resolve("data/import");
        Files.writeString(folder.resolve("assertions-realm.json"), AssertionRealm.json());
        Files.writeString(folder.resolve(GrantsRealm.NAME + "-realm.json"), GrantsRealm.json());
        process = launch(List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + httpPort,
                "--https-port=" + httpsPort,
                "--https-key-store-file=" + certificates.serverKeys().toAbsolutePath(),
                "--https-key-store-password=" + Certificates.STORE_PASSWORD,
                "--https-trust-store-file=" + certificates.trusted().toAbsolutePath(),
                "--https-trust-store-password=" + Certificates.STORE_PASSWORD,
                "--hostname-strict=false"));
    }

    /** Waits until a GET of the URL is answered with 200. */
    void awaitAnswer(URI url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(10)).build();
        long start = time.nanoTime();
        while (true) {
            if (answers(client, request)) {
                return;
            }
            if (process == null || !process.isAlive() || time.nanoTime() - start > PATIENCE.toNanos()) {
                close();
                throw new IllegalStateException(
                        "Keycloak does not answer " + url + "; the end of " + log + ":\n" + tail());
            }
            time.sleep(Duration.ofMillis(200));
        }
    }

    /** Kills the server and every process it started, and waits for their end. */
    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        process = null;
        try {
            kill(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void kill(Process root) throws InterruptedException {
        Watchdog.kill(root.toHandle());
        root.waitFor(30, TimeUnit.SECONDS);
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void importRealm(String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = KeycloakProcess.class.getResourceAsStream("/keycloak/" + name)) {
            if (realm == null) {
                throw new IllegalStateException("keycloak/" + name + " is not on the class path");
            }
            String json = new String(realm.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(name), AssertionRealm.withOrdersKeys(json));
        }
    }

    private Process launch(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/kc.sh").toAbsolutePath().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // A server that lives for a few dozen requests gains nothing from the second compiler and pays for it at the
        // start.
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process started = builder.start();
        // The test JVM may be killed before it can end what it has started.
        Watchdog.over(started);
        return started;
    }

    private String tail() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 40), all.size()));
        } catch (IOException | UncheckedIOException e) {
            return "(" + e + ")";
        }
    }
}
