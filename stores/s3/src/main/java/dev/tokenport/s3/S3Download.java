package dev.tokenport.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object of S3 while it is read. A consumer may take hours over it, and servers do not keep connections that long: where
 * one is lost, it goes on with the next octet on another one. For one thread.
 */
final class S3Download extends InputStream {

    /** How many connections in turn may bring nothing. */
    private static final int TRIES = 3;

    private final S3Client client;
    private final S3Place place;
    private final String key;
    private final String tag;
    private final long length;
    private ResponseInputStream<GetObjectResponse> in;
    private long at;
    private int tries;

    /**
     * Begins to read.
     *
     * @throws IOException if it is not there, or cannot be read
     */
    S3Download(S3Client client, S3Place place, String key) throws IOException {
        this.client = client;
        this.place = place;
        this.key = key;
        try {
            this.in = client.getObject(request -> request.bucket(place.bucket()).key(key));
        } catch (SdkException e) {
            throw S3Fault.of(place, key, e);
        }
        this.tag = in.response().eTag();
        this.length = in.response().contentLength();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] octets, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, count, octets.length);
        if (count == 0) {
            return 0;
        }
        while (at < length) {
            int read = readOnce(octets, offset, count);
            if (read > 0) {
                at += read;
                tries = 0;
                return read;
            }
        }
        return -1;
    }

    /** Nothing if the connection was lost; then there is another one. */
    private int readOnce(byte[] octets, int offset, int count) throws IOException {
        IOException lost;
        try {
            int read = in.read(octets, offset, (int) Math.min(count, length - at));
            if (read > 0) {
                return read;
            }
            lost = new IOException(
                    place.named(key) + ": the connection ended after " + at + " of " + length + " octets");
        } catch (SdkException e) {
            lost = S3Fault.of(place, key, e);
        } catch (IOException e) {
            lost = new IOException(place.named(key) + ": the connection failed: " + e.getMessage(), e);
        }
        tries++;
        if (tries >= TRIES || Thread.currentThread().isInterrupted()) {
            throw lost;
        }
        in.abort();
        again();
        return 0;
    }

    private void again() throws IOException {
        try {
            in = client.getObject(request -> request.bucket(place.bucket())
                    .key(key)
                    .range("bytes=" + at + "-")
                    .ifMatch(tag));
        } catch (SdkException e) {
            throw S3Fault.of(place, key, e);
        }
    }

    /** What has not been read is not waited for. */
    @Override
    public void close() {
        in.abort();
    }
}
