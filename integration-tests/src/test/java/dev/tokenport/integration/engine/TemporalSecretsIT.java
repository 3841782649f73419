package dev.tokenport.integration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokenport.integration.leak.Canary;
import dev.tokenport.integration.leak.Canary.Kind;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TemporalServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real Temporal server has in its database, what is in the store and what the processes have printed is searched for the secret and for
 * every token that was issued, in every form.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TemporalSecretsIT {

    private static final String WORKFLOW = """
            workflow: guarded
            tasks:
              auth:
                operator: oauth2-authentication
                parameters:
                  oauth_token_url: ISSUER
                  oauth_client_id: a
                  oauth_client_secret: ${env:CLIENT_SECRET}
              call: {operator: http-request, config: auth, parameters: {url: SERVICE}}
              people: {operator: csv-dataset, parameters: {file: people.csv}}
              copy: {operator: json-dataset, inputs: people, parameters: {file: copy.json}}
              again: {operator: http-request, config: auth, after: [call, copy], parameters: {url: SERVICE}}
              refused: {operator: http-request, config: auth, after: again, parameters: {url: 'SERVICE/refused'}}
            """;

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final List<Canary> canaries = new CopyOnWriteArrayList<>();

    @Test
    void secretsAndTokens_areNowhereInTheClear() throws Exception {
        assumeTrue(TemporalServer.program().isPresent(), TemporalServer.MISSING);
        Canary secret = canary(Kind.CLIENT_SECRET);
        var go = new CountDownLatch(1);
        try (ScriptedServer issuer = ScriptedServer.start().otherwise(request -> issue());
                ScriptedServer service = ScriptedServer.start().otherwise(request -> answer(request, go));
                TemporalServer server = TemporalServer.start(folder.resolve("temporal"));
                Workers workers = Workers.in(folder, server.address())) {
            Files.writeString(folder.resolve("store/files/people.csv"), "name,age\nAnn,3\nBob,4\n");
            Files.writeString(
                    folder.resolve("guarded.yaml"),
                    WORKFLOW.replace("ISSUER", issuer.url("/token").toString())
                            .replace("SERVICE", service.url("/orders").toString()));
            workers.start("a", Map.of("CLIENT_SECRET", secret.text()));
            workers.start("b", Map.of("CLIENT_SECRET", secret.text()));
            workers.detach("guarded.yaml", "guarded");
            // Two have been answered, and one is waited for: the store is full, and all of it is under way.
            service.awaitRequests(3);
            search();
            go.countDown();
            Files.writeString(folder.resolve("report.json"), workers.report("guarded"));
            search();

            assertThat(folder.resolve("report.json")).content().contains("\"outcome\" : \"failed\"");
            assertThat(issuer.requests()).hasSizeGreaterThan(1);
            assertThat(canaries).hasSize(1 + issuer.requests().size());
        }
        search();
    }

    private Answer issue() {
        return Answer.token(canary(Kind.ISSUED_TOKEN).text(), Duration.ofHours(1));
    }

    /** A token that is refused is renewed; a request that stays refused ends the run with an error that echoes its token. */
    private static Answer answer(RecordedRequest request, CountDownLatch go) {
        String token = request.headers().first("Authorization").orElse("");
        if (!request.target().endsWith("/refused")) {
            return Answer.json(200, "{\"a\":\"b\"}");
        }
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Answer.of(401, "text/plain", "not with " + token)
                .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private Canary canary(Kind kind) {
        byte[] octets = new byte[20];
        random.nextBytes(octets);
        Canary canary = Canary.of(kind, "Canary+" + HexFormat.of().formatHex(octets) + "~/Z");
        canaries.add(canary);
        return canary;
    }

    private void search() throws IOException {
        boolean database = false;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                // The name of a run is in the clear, so that a search that finds nothing has looked where it should.
                database |= file.toString().contains("temporal.db") && text.contains("guarded");
                for (String form : List.of(text, unpacked(file))) {
                    assertThat(canaries).as("in %s", file).noneMatch(canary -> canary.isIn(form));
                }
            }
        }
        assertThat(database).as("the database was searched").isTrue();
    }

    private static String unpacked(Path file) throws IOException {
        try (InputStream octets = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(octets.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException notPacked) {
            return "";
        }
    }
}
