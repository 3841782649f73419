package dev.tokenport.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.StoreKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Outputs that are large, and runs of many. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LargeOutputTest {

    private TestS3 server;

    @BeforeEach
    void start() throws Exception {
        server = TestS3.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void output_of100Megabytes_isWrittenAndReadInASmallHeap(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeOutput.class.getName(),
                        String.valueOf(server.port()),
                        folder.resolve("key").toString(),
                        "100"))
                .redirectErrorStream(true)
                .start();

        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
    }

    @Test
    void remove_ofMoreObjectsThanOneRequestTakes_removesAll() throws Exception {
        try (S3Client client = server.client()) {
            var place = S3Place.parse(TestS3.BUCKET);
            for (int i = 1; i <= 1003; i++) {
                String key = place.key(new StoreKey("run-1", "orders", i, OutputPort.MAIN));
                client.putObject(
                        request -> request.bucket(TestS3.BUCKET).key(key),
                        RequestBody.fromInputStream(new ByteArrayInputStream(new byte[0]), 0));
            }

            var store = new S3Store(client, place);
            assertThat(store.runs()).containsOnlyKeys("run-1");
            store.remove("run-1");

            assertThat(store.runs()).isEmpty();
        }
    }
}
