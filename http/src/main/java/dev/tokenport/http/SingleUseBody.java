package dev.tokenport.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request body that goes out once: an attempt of the client to send it again fails. Thread-safe. */
final class SingleUseBody implements BodyPublisher, AutoCloseable {

    private final long length;
    private final BodyPieces pieces;
    private final AtomicBoolean used = new AtomicBoolean();

    SingleUseBody(RequestBody body) {
        this.length = body.length();
        this.pieces = new BodyPieces(body);
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (used.compareAndSet(false, true)) {
            BodyPublishers.ofByteArrays(() -> pieces).subscribe(subscriber);
            return;
        }
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long n) {
                // There is nothing to send.
            }

            @Override
            public void cancel() {
                // There is nothing to stop.
            }
        });
        subscriber.onError(new IOException("a request is sent once"));
    }

    /** Nothing more of it will be sent. */
    @Override
    public void close() {
        pieces.close();
    }
}
