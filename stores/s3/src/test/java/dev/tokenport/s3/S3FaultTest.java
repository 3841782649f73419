package dev.tokenport.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.StoreKey;
import dev.tokenport.workflow.store.StoredOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** What is said when S3 cannot be used. */
final class S3FaultTest {

    private static final StoreKey KEY = new StoreKey("run-1", "orders", 1, OutputPort.MAIN);

    private static TestS3 server;

    @BeforeAll
    static void start() throws Exception {
        server = TestS3.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void bucket_thatIsThere_isFine() throws Exception {
        try (S3Client client = server.client()) {
            new S3Store(client, S3Place.parse(TestS3.BUCKET)).check();
        }
    }

    @Test
    void bucket_thatIsMissing_isNamed() {
        try (S3Client client = server.client()) {
            var store = new S3Store(client, S3Place.parse("no-such-bucket/a"));

            assertThatThrownBy(store::check)
                    .isInstanceOf(IOException.class)
                    .hasMessage("s3:no-such-bucket: there is no such bucket (NoSuchBucket)");
        }
    }

    @Test
    void credentials_thatAreWrong_areRefusedAndNotShown() {
        try (S3Client client = TestS3.client(server.port(), "another-s3cret")) {
            var store = new S3Store(client, S3Place.parse(TestS3.BUCKET));
            StoredOutput output = store.write(KEY);

            assertThatThrownBy(store::check)
                    .hasMessage("s3:entities: the credentials are refused (SignatureDoesNotMatch)");
            assertThatThrownBy(output::seal)
                    .hasMessage("s3:entities/runs/run-1/orders/1: the credentials are refused (SignatureDoesNotMatch)");
            assertThatThrownBy(() -> store.remove("run-1"))
                    .hasMessage("s3:entities/runs/run-1/: the credentials are refused (SignatureDoesNotMatch)");
        }
    }

    @Test
    void output_thatIsMissing_isNamed() {
        try (S3Client client = server.client()) {
            var store = new S3Store(client, S3Place.parse(TestS3.BUCKET));

            assertThatThrownBy(() -> store.read(KEY))
                    .hasMessage("s3:entities/runs/run-1/orders/1: there is no such object (NoSuchKey)");
        }
    }

    @Test
    void server_thatIsNotThere_cannotBeReached() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (S3Client client = TestS3.client(port, TestS3.PASSWORD)) {
            var store = new S3Store(client, S3Place.parse(TestS3.BUCKET));

            assertThatThrownBy(store::check).hasMessage("s3:entities: it cannot be reached: Connection refused");
        }
    }

    @Test
    void places_areABucketAndAPrefix() {
        assertThat(S3Place.parse("bucket").run("a")).isEqualTo("runs/a/");
        assertThat(S3Place.parse("bucket/a/b").key(KEY)).isEqualTo("a/b/runs/run-1/orders/1");
        assertThat(S3Place.parse("bucket/a/b/")).hasToString("s3:bucket/a/b");
        assertThatThrownBy(() -> S3Place.parse("Bucket"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'Bucket' cannot be the name of a bucket");
        assertThatThrownBy(() -> S3Place.parse("//bucket")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> S3Place.parse("bucket/../other"))
                .hasMessageStartingWith("'../other/' cannot be a prefix");
    }
}
