package dev.tokenport.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tokenport.fuzz.Bounds;
import dev.tokenport.fuzz.Messages;
import dev.tokenport.testkit.ManualTime;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A body that says it is gzip: its octets, bounded, or a {@link TransportException}. */
final class GzipFuzzTest {

    private static final int LIMIT = 1 << 20;

    @FuzzTest
    void body(byte[] input) throws Exception {
        var way = new Way(URI.create("https://host/"), Optional.empty(), ClientKey.none());
        var failures =
                new Failures(way, Duration.ofSeconds(1), Deadline.after(Duration.ofSeconds(1), ManualTime.start()));

        Bounds.within(input, () -> {
            try (var body = new GzipBody(new ByteArrayInputStream(input), failures);
                    var response = new Response(200, Headers.none(), body)) {
                assertThat(response.bodyWithin(LIMIT).length).isLessThanOrEqualTo(LIMIT);
            } catch (TransportException | BodyTooLargeException e) {
                Messages.fit(e);
            }
        });
    }
}
