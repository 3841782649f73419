package dev.tokenport.s3;

import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server on a port of this machine that speaks S3, checks signatures (version 4), and keeps what it gets in memory. */
final class TestS3 implements AutoCloseable {

    static final String USER = "AKIATESTUSER";
    static final String PASSWORD = "s3cret-of-the-test";
    static final String BUCKET = "entities";

    /** What the server tells of itself. Held here, since the JDK forgets a logger that nobody holds. */
    private static final List<Logger> LOGS = List.of(Logger.getLogger("org.gaul"), Logger.getLogger("org.jclouds"));

    private final BlobStoreContext kept;
    private final S3Proxy server;

    private TestS3(BlobStoreContext kept, S3Proxy server) {
        this.kept = kept;
        this.server = server;
    }

    static TestS3 start() throws Exception {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
        BlobStoreContext kept = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials("none", "none")
                .overrides(new Properties())
                .buildView(BlobStoreContext.class);
        kept.getBlobStore().createContainerInLocation(null, BUCKET);
        S3Proxy server = S3Proxy.builder()
                .blobStore(kept.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, USER, PASSWORD)
                .v4MaxNonChunkedRequestSize(32 << 20)
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        return new TestS3(kept, server);
    }

    int port() {
        return server.getPort();
    }

    /** Its octets. */
    BlobStoreContext kept() {
        return kept;
    }

    /** A client that it knows, to a port before it. */
    static S3Client client(int port, String password) {
        return S3Kind.told(S3Client.builder()
                        .endpointOverride(URI.create("http://127.0.0.1:" + port))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create(USER, password))))
                .forcePathStyle(true)
                .build();
    }

    S3Client client() {
        return client(port(), PASSWORD);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        kept.close();
    }
}
