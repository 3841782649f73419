package dev.tokenport.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tokenport.workflow.OutputPort;
import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreKey;
import dev.tokenport.workflow.store.StoreKind;
import dev.tokenport.workflow.store.StoredOutput;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the SDK takes region, credentials and endpoint from: here from properties, which come before variables. */
final class S3KindTest {

    private static final Map<String, String> PROPERTIES = Map.of(
            "aws.region", "eu-central-1",
            "aws.accessKeyId", TestS3.USER,
            "aws.secretAccessKey", TestS3.PASSWORD,
            "aws.configFile", "/there/is/no/file",
            "aws.sharedCredentialsFile", "/there/is/no/file",
            "aws.disableEc2Metadata", "true");

    private final StoreKind kind =
            ServiceLoader.load(StoreKind.class).findFirst().orElseThrow();
    private TestS3 server;

    @BeforeEach
    void start() throws Exception {
        server = TestS3.start();
        PROPERTIES.forEach(System::setProperty);
        System.setProperty("aws.endpointUrlS3", "http://127.0.0.1:" + server.port());
    }

    @AfterEach
    void stop() {
        PROPERTIES.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrlS3");
        server.close();
    }

    @Test
    void endpoint_thatIsTold_hasTheBucketInThePath() throws Exception {
        OctetStore store = kind.open(TestS3.BUCKET + "/a");

        store.check();
        StoredOutput output = store.write(new StoreKey("run-1", "orders", 1, OutputPort.MAIN));
        output.stream().close();
        output.seal();

        assertThat(kind.name()).isEqualTo("s3");
        assertThat(server.kept().getBlobStore().blobExists(TestS3.BUCKET, "a/runs/run-1/orders/1"))
                .isTrue();
    }

    @Test
    void credentials_thatAreNotFound_areAskedFor() {
        System.clearProperty("aws.accessKeyId");

        assertThatThrownBy(() -> kind.open(TestS3.BUCKET))
                .hasMessage(
                        "no credentials are found; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or"
                                + " give the machine a role");
    }

    @Test
    void region_thatIsNotFound_isAskedFor() {
        System.clearProperty("aws.region");

        assertThatThrownBy(() -> kind.open(TestS3.BUCKET)).hasMessage("no region is found; set AWS_REGION");
    }
}
