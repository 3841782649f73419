package dev.tokenport.integration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tokenport.integration.keycloak.Tokenport;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged command reaches a store on S3 with the libraries of its folder, before it takes any task. */
final class S3StoreIT {

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>(Map.of(
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "AKIATESTUSER",
            "AWS_SECRET_ACCESS_KEY", "s3cret-of-the-test",
            "AWS_CONFIG_FILE", "/there/is/no/file",
            "AWS_SHARED_CREDENTIALS_FILE", "/there/is/no/file",
            "AWS_EC2_METADATA_DISABLED", "true"));

    @BeforeEach
    void makeKey() throws Exception {
        assertThat(Tokenport.run(folder, "keygen", "key").code()).isZero();
        variables.put("TOKENPORT_KEY_FILE", folder.resolve("key").toString());
    }

    @Test
    void worker_whoseBucketIsMissing_refusesToStart() throws Exception {
        try (ScriptedServer server = ScriptedServer.start()) {
            server.otherwise(request -> Answer.of(
                    404, "application/xml", "<Error><Code>NoSuchBucket</Code><Message>It is not.</Message></Error>"));
            variables.put("AWS_ENDPOINT_URL_S3", server.url("").toString());

            Tokenport.Ended ended = worker("s3:bucket/a");

            assertThat(ended.err()).isEqualTo("--store: s3:bucket: there is no such bucket (NoSuchBucket)\n");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(server.request().target()).startsWith("/bucket?").contains("prefix=a%2Fruns%2F");
            assertThat(server.request().headers().first("Authorization"))
                    .get()
                    .asString()
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIATESTUSER/")
                    .doesNotContain("s3cret");
        }
    }

    @Test
    void worker_withoutCredentials_refusesToStart() throws Exception {
        variables.put("AWS_ACCESS_KEY_ID", "");

        Tokenport.Ended ended = worker("s3:bucket");

        assertThat(ended.err()).startsWith("--store 's3:bucket': no credentials are found; set AWS_ACCESS_KEY_ID");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void worker_whosePlaceIsNoBucket_refusesToStart() throws Exception {
        Tokenport.Ended ended = worker("s3:No_Bucket");

        assertThat(ended.err()).isEqualTo("--store 's3:No_Bucket': 'No_Bucket' cannot be the name of a bucket\n");
        assertThat(ended.code()).isEqualTo(2);
    }

    @Test
    void libraries_ofTheStore_areOnNoClassPath() throws IOException {
        try (Stream<Path> libraries = Files.list(Tokenport.distribution().resolve("lib"))) {
            assertThat(libraries.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("s3") || name.startsWith("sdk-core") || name.startsWith("sts"));
        }
        assertThat(Tokenport.distribution().resolve("stores/s3/tokenport-s3.jar"))
                .exists();
    }

    private Tokenport.Ended worker(String store) throws IOException, InterruptedException {
        return Tokenport.run(folder, variables, "worker", "--engine", "temporal", "--store", store);
    }
}
