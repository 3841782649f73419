package dev.tokenport.http;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;

/** A request body that goes out once: an attempt of the client to send it again fails. Thread-safe. */
final class SingleUseBody implements BodyPublisher {

    private final BodyPublisher body;
    private final AtomicBoolean used = new AtomicBoolean();

    SingleUseBody(byte[] body) {
        this.body = BodyPublishers.ofByteArray(body);
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        if (used.compareAndSet(false, true)) {
            body.subscribe(subscriber);
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
}
