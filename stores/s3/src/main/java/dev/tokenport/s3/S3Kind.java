package dev.tokenport.s3;

import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreKind;
import java.io.IOException;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Stores on S3. Region, credentials and endpoint are those of the SDK's own chains: variables, the files of profiles, what a
 * machine or a container is given. With an endpoint that is told, the bucket stands in the path. Thread-safe.
 */
public final class S3Kind implements StoreKind {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public OctetStore open(String place) throws IOException {
        S3Place parsed = S3Place.parse(place);
        return new S3Store(client(), parsed);
    }

    private static S3Client client() throws IOException {
        var credentials = DefaultCredentialsProvider.builder().build();
        found(
                credentials::resolveCredentials,
                "no credentials are found; set AWS_ACCESS_KEY_ID and"
                        + " AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or give the machine a role");
        var region = DefaultAwsRegionProviderChain.builder().build();
        found(region::getRegion, "no region is found; set AWS_REGION");
        S3ClientBuilder builder =
                told(S3Client.builder().credentialsProvider(credentials).region(region.getRegion()));
        S3Client client = builder.build();
        if (client.serviceClientConfiguration().endpointOverride().isEmpty()) {
            return client;
        }
        client.close();
        return builder.forcePathStyle(true).build();
    }

    /** A client that is told what every one is told. */
    static S3ClientBuilder told(S3ClientBuilder builder) {
        // What is kept is authenticated, and goes with its MD5: not every S3 knows the newer checksums.
        return builder.addPlugin(LegacyMd5Plugin.create())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECTING)
                        .socketTimeout(SILENCE));
    }

    private static void found(Runnable search, String otherwise) throws IOException {
        try {
            search.run();
        } catch (SdkClientException e) {
            throw new IOException(otherwise, e);
        }
    }
}
