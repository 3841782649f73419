package dev.tokenport.integration.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.RecordedRequest;
import dev.tokenport.testkit.ScriptedServer;
import dev.tokenport.testkit.TemporalServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the worker that is executing a task, at random moments, on a real Temporal server.
 * {@code -Dengine.kills=N} and {@code -Dengine.seed=N} change how often, and when.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class LostWorkersIT {

    private static final int KILLS = Integer.getInteger("engine.kills", 20);
    private static final long SEED = Long.getLong("engine.seed", 20260101L);
    private static final int ANSWER_MILLIS = 400;
    private static final Pattern TARGET = Pattern.compile("/(\\w+)\\?run=([\\w-]+)&worker=(\\w+)");
    private static final String REPEATABLE = """
            workflow: gets
            tasks:
              one: {operator: http-request, parameters: {url: unset}}
              two: {operator: http-request, after: one, parameters: {url: unset}}
              three: {operator: http-request, after: two, parameters: {url: unset}}
              out: {operator: json-dataset, inputs: three, parameters: {file: unset}}
            """;
    private static final String ONCE = """
            workflow: posts
            tasks:
              post: {operator: http-request, parameters: {method: POST, url: unset}}
            """;

    @TempDir
    private Path folder;

    private final ScriptedServer service = ScriptedServer.start();
    private final Map<String, Integer> atWork = new HashMap<>();

    @BeforeAll
    static void look() {
        assumeTrue(TemporalServer.program().isPresent(), TemporalServer.MISSING);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void runs_whoseWorkersAreKilledAtAnyMoment_endRightAndPostNothingTwice() throws Exception {
        service.otherwise(this::answer);
        Files.writeString(folder.resolve("gets.yaml"), REPEATABLE);
        Files.writeString(folder.resolve("posts.yaml"), ONCE);
        try (TemporalServer server = TemporalServer.start(folder.resolve("temporal"));
                Workers workers = Workers.in(folder, server.address())) {
            workers.start("a", Map.of());
            workers.start("b", Map.of());
            var random = new Random(SEED);
            for (int number = 0; number < KILLS; number++) {
                begin(workers, number);
                String worker = oneAtWork();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(ANSWER_MILLIS));
                workers.kill(worker);
                workers.start(worker, Map.of());
            }

            Map<String, Integer> requests = new HashMap<>();
            int lost = 0;
            for (int number = 0; number < KILLS; number++) {
                assertThat(workers.report("gets-" + number)).as("seed %s", SEED).contains("\"outcome\" : \"done\"");
                assertThat(folder.resolve("store/files/out-" + number + ".json"))
                        .hasContent("[\n{\"run\":\"gets-" + number + "\"}\n]");
                String report = workers.report("posts-" + number);
                if (!report.contains("\"outcome\" : \"done\"")) {
                    assertThat(report).contains("may have happened, so it is not repeated");
                    lost++;
                }
            }
            service.requests().forEach(request -> requests.merge(what(request), 1, Integer::sum));
            assertThat(requests)
                    .as("seed %s", SEED)
                    .allSatisfy((what, times) ->
                            assertThat(times).isLessThanOrEqualTo(what.startsWith("post ") ? 1 : Integer.MAX_VALUE));
            int repeated =
                    requests.values().stream().mapToInt(times -> times - 1).sum();
            // Otherwise the kills missed what they were meant to hit.
            assertThat(repeated + lost).as("seed %s", SEED).isGreaterThan(KILLS / 2);
            assertThat(folder.resolve("store/runs")).isEmptyDirectory();
        }
    }

    private void begin(Workers workers, int number) throws Exception {
        String get = "gets-" + number;
        workers.detach(
                "gets.yaml",
                get,
                "--heartbeat",
                "3",
                "--set",
                "one.url=" + url("one", get),
                "--set",
                "two.url=" + url("two", get),
                "--set",
                "three.url=" + url("three", get),
                "--set",
                "out.file=out-" + number + ".json");
        String post = "posts-" + number;
        workers.detach("posts.yaml", post, "--heartbeat", "3", "--set", "post.url=" + url("post", post));
    }

    private String url(String path, String run) {
        return service.url("/" + path) + "?run=" + run + "&worker=${env:WORKER}";
    }

    private Answer answer(RecordedRequest request) {
        List<String> parts = parts(request);
        begins(parts.get(2), 1);
        try {
            // A run with POST is short; it must not be over before its kill.
            TimeUnit.MILLISECONDS.sleep(request.method().equals("POST") ? 4 * ANSWER_MILLIS : ANSWER_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        begins(parts.get(2), -1);
        return Answer.json(200, "{\"run\":\"" + parts.get(1) + "\"}");
    }

    private synchronized void begins(String worker, int requests) {
        atWork.merge(worker, requests, (before, more) -> before + more == 0 ? null : before + more);
        notifyAll();
    }

    /** The runs of this kill or of those before have one at work, or will have as soon as one is started again. */
    private synchronized String oneAtWork() throws InterruptedException {
        while (atWork.isEmpty()) {
            wait();
        }
        return atWork.keySet().iterator().next();
    }

    private static String what(RecordedRequest request) {
        List<String> parts = parts(request);
        return parts.get(0) + " " + parts.get(1);
    }

    private static List<String> parts(RecordedRequest request) {
        Matcher target = TARGET.matcher(request.target());
        if (!target.matches()) {
            throw new IllegalArgumentException(request.target());
        }
        return List.of(target.group(1), target.group(2), target.group(3));
    }
}
