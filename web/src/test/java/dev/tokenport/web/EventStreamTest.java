package dev.tokenport.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.secret.Redactor;
import dev.tokenport.testkit.ManualTime;
import dev.tokenport.web.session.Gate;
import dev.tokenport.web.session.RandomToken;
import dev.tokenport.web.session.Sessions;
import dev.tokenport.web.site.Assets;
import dev.tokenport.web.site.EventStream;
import dev.tokenport.web.site.Faults;
import dev.tokenport.web.site.Outgoing;
import dev.tokenport.web.site.Pages;
import dev.tokenport.web.site.Topic;
import dev.tokenport.workflow.serve.PageServer.Serving;
import io.javalin.config.RoutesConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Events to a page that is open. */
@Timeout(60)
final class EventStreamTest {

    private static final Duration IDLE = Duration.ofHours(1);

    private final ManualTime time = ManualTime.start();
    private final Redactor redactor = new Redactor();
    private final Streams streams = new Streams(redactor);
    private Serving serving;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        var sessions = new Sessions(time::now, IDLE);
        var start = RandomToken.random();
        var pages = new Pages(new Assets());
        Topic home = routes -> routes.get("/", context -> pages.refuse(context, 200, "Home", "here"));
        List<Topic> topics = List.of(
                new Gate(start, sessions, pages),
                new Outgoing(redactor),
                new Faults(pages),
                pages.assets(),
                home,
                streams);
        serving = Listening.start(0, topics, sessions, start);
        browser = Browser.opened(serving);
    }

    @AfterEach
    void stop() {
        serving.close();
    }

    @Test
    void event_withASecret_hasItNot() throws Exception {
        redactor.add(SampleWorkbench.CANARY);

        try (BufferedReader lines = lines()) {
            streams.next().send("line", "one\ntwo " + SampleWorkbench.CANARY + " three");

            assertThat(List.of(lines.readLine(), lines.readLine(), lines.readLine()))
                    .containsExactly("event: line", "data: one", "data: two *** three");
        }
    }

    @Test
    void stream_ofASessionThatAPersonEnds_endsAtOnceAndSaysSo() throws Exception {
        try (BufferedReader lines = lines()) {
            streams.next();

            browser.post("/session/end", Map.of());

            assertThat(lines.readLine()).isEqualTo("event: ended");
            assertThat(lines.lines()).contains("data: ended").noneMatch(line -> line.startsWith("event:"));
            assertThat(streams.closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stream_ofASessionThatHasRunOut_endsInPlaceOfTheNextEvent() throws Exception {
        try (BufferedReader lines = lines()) {
            EventStream stream = streams.next();

            time.advance(IDLE);
            stream.send("line", "more");

            assertThat(lines.lines()).contains("event: ended").doesNotContain("event: line");
            assertThat(stream.isClosed()).isTrue();
        }
    }

    @Test
    void stream_ofAServerThatIsClosed_ends() throws Exception {
        try (BufferedReader lines = lines()) {
            streams.next();

            serving.close();

            assertThat(lines.readLine()).isEqualTo("event: ended");
            assertThat(streams.closed.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void stream_withoutASession_isRefused() throws Exception {
        assertThat(Browser.strange(serving)
                        .with("Accept", "text/event-stream")
                        .get("/events")
                        .body())
                .startsWith("this browser has no session here");
    }

    private BufferedReader lines() throws IOException, InterruptedException {
        return new BufferedReader(new InputStreamReader(
                browser.with("Accept", "text/event-stream").stream("/events"), StandardCharsets.UTF_8));
    }

    /** Streams that tests send to. */
    private static final class Streams implements Topic {

        private final Redactor redactor;
        private final BlockingQueue<EventStream> opened = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        Streams(Redactor redactor) {
            this.redactor = redactor;
        }

        @Override
        public void register(RoutesConfig routes) {
            routes.sse("/events", client -> opened.add(EventStream.open(client, redactor, closed::countDown)));
        }

        EventStream next() throws InterruptedException {
            return opened.take();
        }
    }
}
