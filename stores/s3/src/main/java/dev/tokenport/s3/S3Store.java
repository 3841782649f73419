package dev.tokenport.s3;

import dev.tokenport.workflow.store.OctetStore;
import dev.tokenport.workflow.store.StoreKey;
import dev.tokenport.workflow.store.StoredOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of S3, or a part of one. An output is the object {@code PREFIX/runs/RUN/TASK/ATTEMPT}. Thread-safe. */
final class S3Store implements OctetStore {

    private static final int LARGEST_BATCH = 1000;

    private final S3Client client;
    private final S3Place place;

    S3Store(S3Client client, S3Place place) {
        this.client = client;
        this.place = place;
    }

    @Override
    public void check() throws IOException {
        try {
            client.listObjectsV2(request ->
                    request.bucket(place.bucket()).prefix(place.runs()).maxKeys(1));
        } catch (SdkException e) {
            throw S3Fault.of(place, "", e);
        }
    }

    @Override
    public StoredOutput write(StoreKey key) {
        return new S3Upload(client, place, place.key(key));
    }

    @Override
    public InputStream read(StoreKey key) throws IOException {
        return new S3Download(client, place, place.key(key));
    }

    @Override
    public void remove(String run) throws IOException {
        String prefix = place.run(run);
        try {
            List<ObjectIdentifier> batch = new ArrayList<>();
            for (S3Object object : objects(prefix)) {
                batch.add(ObjectIdentifier.builder().key(object.key()).build());
                if (batch.size() == LARGEST_BATCH) {
                    delete(batch);
                }
            }
            delete(batch);
            for (MultipartUpload upload : uploads(prefix)) {
                abort(upload);
            }
        } catch (SdkException e) {
            throw S3Fault.of(place, prefix, e);
        }
    }

    private void delete(List<ObjectIdentifier> batch) throws IOException {
        if (batch.isEmpty()) {
            return;
        }
        List<S3Error> left = client.deleteObjects(request -> request.bucket(place.bucket())
                        .delete(these -> these.objects(batch).quiet(true)))
                .errors();
        batch.clear();
        if (!left.isEmpty()) {
            throw new IOException(place.named(left.get(0).key()) + ": it is not deleted ("
                    + left.get(0).code() + ")");
        }
    }

    private void abort(MultipartUpload upload) {
        try {
            client.abortMultipartUpload(
                    request -> request.bucket(place.bucket()).key(upload.key()).uploadId(upload.uploadId()));
        } catch (NoSuchUploadException ended) {
            // Somebody else was faster.
            return;
        }
    }

    @Override
    public void touch(String run) throws IOException {
        String mark = place.run(run) + StoreKey.MARK;
        try {
            client.putObject(request -> request.bucket(place.bucket()).key(mark), RequestBody.fromBytes(new byte[1]));
        } catch (SdkException e) {
            throw S3Fault.of(place, mark, e);
        }
    }

    @Override
    public Map<String, Instant> runs() throws IOException {
        Map<String, Instant> runs = new HashMap<>();
        try {
            objects(place.runs()).forEach(object -> note(runs, object.key(), object.lastModified()));
            uploads(place.runs()).forEach(upload -> note(runs, upload.key(), upload.initiated()));
        } catch (SdkException e) {
            throw S3Fault.of(place, place.runs(), e);
        }
        return runs;
    }

    private void note(Map<String, Instant> runs, String key, Instant changed) {
        String run = key.substring(place.runs().length()).split("/", 2)[0];
        if (StoreKey.isName(run)) {
            runs.merge(run, changed, (one, other) -> one.isAfter(other) ? one : other);
        }
    }

    private Iterable<S3Object> objects(String prefix) {
        return client.listObjectsV2Paginator(
                        request -> request.bucket(place.bucket()).prefix(prefix))
                .contents();
    }

    private Iterable<MultipartUpload> uploads(String prefix) {
        return client.listMultipartUploadsPaginator(
                        request -> request.bucket(place.bucket()).prefix(prefix))
                .uploads();
    }

    @Override
    public String toString() {
        return place.toString();
    }
}
