package dev.tokenport.s3;

import dev.tokenport.secret.OneLine;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** What has gone wrong with S3, on one line that names the bucket and the key, and never holds credentials. */
final class S3Fault {

    private static final String CREDENTIALS = "the credentials are refused";
    private static final String REGION = "the bucket is in another region; set AWS_REGION";

    /** The codes of https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html that say what to change. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("NoSuchBucket", "there is no such bucket"),
            Map.entry("NoSuchKey", "there is no such object"),
            Map.entry("AccessDenied", "access is denied"),
            Map.entry("InvalidAccessKeyId", CREDENTIALS),
            Map.entry("SignatureDoesNotMatch", CREDENTIALS),
            Map.entry("ExpiredToken", CREDENTIALS),
            Map.entry("InvalidToken", CREDENTIALS),
            Map.entry("PermanentRedirect", REGION),
            Map.entry("AuthorizationHeaderMalformed", REGION),
            Map.entry("RequestTimeTooSkewed", "the clock of this machine is wrong"));

    private S3Fault() {}

    /** The fault of a request that is about a key, or the beginning of keys. */
    static IOException of(S3Place place, String key, SdkException thrown) {
        String name = place.named(key);
        if (thrown instanceof AbortedException) {
            Thread.currentThread().interrupt();
            var interrupted = new InterruptedIOException(name + ": it was interrupted");
            interrupted.initCause(thrown);
            return interrupted;
        }
        return new IOException(name + ": " + reason(thrown), thrown);
    }

    private static String reason(SdkException thrown) {
        if (thrown instanceof AwsServiceException answered) {
            return answer(answered);
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = OneLine.of(String.valueOf(root.getMessage()));
        if (root instanceof UnknownHostException) {
            return "it cannot be reached: the host " + message + " is not known";
        }
        if (root instanceof ConnectException || root instanceof SocketTimeoutException) {
            return "it cannot be reached: " + message;
        }
        return root instanceof IOException ? "the connection failed: " + message : message;
    }

    private static String answer(AwsServiceException answered) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(answered.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("status " + answered.statusCode());
        String meaning = MEANINGS.get(code);
        if (meaning != null) {
            return meaning + " (" + code + ")";
        }
        return switch (answered.statusCode()) {
            case 301 -> REGION + " (" + code + ")";
            case 403 -> "access is denied (" + code + ")";
            default ->
                "it answers " + code
                        + details.map(AwsErrorDetails::errorMessage)
                                .map(text -> ": " + OneLine.of(text))
                                .orElse("");
        };
    }
}
