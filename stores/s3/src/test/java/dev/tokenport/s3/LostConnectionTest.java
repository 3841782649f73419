package dev.tokenport.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.StoreKey;
import dev.tokenport.workflow.store.StoredOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.s3.S3Client;

/** What becomes of an output when connections are lost on its way. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class LostConnectionTest {

    private static final StoreKey KEY = new StoreKey("run-1", "orders", 1, OutputPort.MAIN);

    private final byte[] octets = new byte[(10 << 20) + 3];
    private TestS3 server;
    private CuttingProxy way;
    private S3Client client;
    private S3Store store;

    @BeforeEach
    void start() throws Exception {
        new Random(7).nextBytes(octets);
        server = TestS3.start();
        way = CuttingProxy.before(server.port());
        client = TestS3.client(way.port(), TestS3.PASSWORD);
        store = new S3Store(client, S3Place.parse(TestS3.BUCKET));
    }

    @AfterEach
    void stop() {
        client.close();
        way.close();
        server.close();
    }

    @Test
    void upload_onAConnectionThatIsLost_isSentAgain() throws Exception {
        way.cutSending(3 << 20, 1);

        write();

        assertThat(way.left()).isZero();
        assertThat(read()).isEqualTo(octets);
    }

    @Test
    void upload_onConnectionsThatAreLostAgainAndAgain_isGivenUp() throws Exception {
        way.cutSending(3 << 20, 100);
        StoredOutput output = store.write(KEY);

        assertThatThrownBy(() -> output.stream().write(octets))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("s3:entities/runs/run-1/orders/1: ")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining(TestS3.PASSWORD);

        output.abandon();
        assertThat(store.runs()).isEmpty();
    }

    @Test
    void download_onAConnectionThatIsLost_goesOnWithTheNextOctet() throws Exception {
        write();
        way.cutReceiving(3 << 20, 2);

        assertThat(read()).isEqualTo(octets);
        assertThat(way.left()).isZero();
    }

    @Test
    void download_onConnectionsThatBringNothing_isGivenUp() throws Exception {
        write();
        try (InputStream in = store.read(KEY)) {
            assertThat(in.readNBytes(1 << 20)).hasSize(1 << 20);
            server.close();
            way.cutReceiving(0, 1000);

            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("s3:entities/runs/run-1/orders/1: ")
                    .hasMessageNotContaining("\n");
        }
    }

    private void write() throws IOException {
        StoredOutput output = store.write(KEY);
        output.stream().write(octets);
        output.stream().close();
        output.seal();
    }

    private byte[] read() throws IOException {
        try (InputStream in = store.read(KEY)) {
            return in.readAllBytes();
        }
    }
}
