package dev.tokenport.s3;

import dev.tokenport.workflow.store.StoredOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An output on its way to S3: at once when it is small, else in parts of 8 MiB, of which one is in memory. Nothing is to be
 * seen before it is sealed. Each body goes with its MD5, which every kind of S3 compares. For one thread.
 */
final class S3Upload implements StoredOutput {

    static final int PART_BYTES = 8 << 20;

    private static final int FIRST_BYTES = 1 << 16;
    private static final int MOST_PARTS = 10_000;

    private final S3Client client;
    private final S3Place place;
    private final String key;
    private final Stream stream = new Stream();
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[FIRST_BYTES];
    private int length;
    private long total;
    private @Nullable String upload;
    private boolean sealed;

    S3Upload(S3Client client, S3Place place, String key) {
        this.client = client;
        this.place = place;
        this.key = key;
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    private void add(byte[] octets, int offset, int count) throws IOException {
        int from = offset;
        while (from < offset + count) {
            if (length == PART_BYTES) {
                sendPart();
            }
            int taken = Math.min(offset + count - from, PART_BYTES - length);
            if (length + taken > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(PART_BYTES, Math.max(2 * buffer.length, length + taken)));
            }
            System.arraycopy(octets, from, buffer, length, taken);
            length += taken;
            total += taken;
            from += taken;
        }
    }

    private void sendPart() throws IOException {
        if (parts.size() == MOST_PARTS) {
            throw new IOException(place.named(key) + ": it is larger than " + MOST_PARTS + " parts of 8 MiB");
        }
        try {
            String id = begun();
            int number = parts.size() + 1;
            String tag = client.uploadPart(
                            request -> request.bucket(place.bucket())
                                    .key(key)
                                    .uploadId(id)
                                    .partNumber(number)
                                    .contentMD5(digest()),
                            body())
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
            length = 0;
        } catch (SdkException e) {
            throw S3Fault.of(place, key, e);
        }
    }

    private String begun() {
        if (upload == null) {
            upload = client.createMultipartUpload(
                            request -> request.bucket(place.bucket()).key(key))
                    .uploadId();
        }
        return Objects.requireNonNull(upload);
    }

    private RequestBody body() {
        byte[] content = buffer;
        int size = length;
        return RequestBody.fromContentProvider(
                () -> new ByteArrayInputStream(content, 0, size), size, "application/octet-stream");
    }

    private String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(buffer, 0, length);
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    @Override
    public void seal() throws IOException {
        if (upload != null) {
            sendPart();
            complete(upload);
        } else {
            try {
                client.putObject(
                        request -> request.bucket(place.bucket()).key(key).contentMD5(digest()), body());
            } catch (SdkException e) {
                throw S3Fault.of(place, key, e);
            }
        }
        sealed = true;
        buffer = new byte[0];
    }

    private void complete(String id) throws IOException {
        try {
            client.completeMultipartUpload(request ->
                    request.bucket(place.bucket()).key(key).uploadId(id).multipartUpload(all -> all.parts(parts)));
        } catch (NoSuchUploadException e) {
            // A first answer may have been lost, and the request sent again.
            if (!isComplete()) {
                throw S3Fault.of(place, key, e);
            }
        } catch (SdkException e) {
            throw S3Fault.of(place, key, e);
        }
    }

    private boolean isComplete() throws IOException {
        try {
            return client.headObject(request -> request.bucket(place.bucket()).key(key))
                            .contentLength()
                    == total;
        } catch (S3Exception e) {
            return false;
        } catch (SdkException e) {
            throw S3Fault.of(place, key, e);
        }
    }

    @Override
    public void abandon() {
        String id = upload;
        if (id == null || sealed) {
            return;
        }
        // The thread may be interrupted because the run ends; what it has sent is deleted all the same.
        boolean interrupted = Thread.interrupted();
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(place.bucket()).key(key).uploadId(id));
        } catch (SdkException unimportant) {
            // It goes with the run.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is written into the buffer; closing it sends nothing. */
    private final class Stream extends OutputStream {

        @Override
        public void write(int octet) throws IOException {
            add(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, octets.length);
            add(octets, offset, count);
        }
    }
}
