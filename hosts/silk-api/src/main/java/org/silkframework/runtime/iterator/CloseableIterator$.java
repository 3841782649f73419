package org.silkframework.runtime.iterator;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import scala.collection.AbstractIterator;
import scala.collection.Iterator;

/** Makes such iterators. */
public class CloseableIterator$ {

    public static final CloseableIterator$ MODULE$ = new CloseableIterator$();

    private CloseableIterator$() {}

    public <T> CloseableIterator<T> apply(Iterator<T> iterator, Closeable closeable) {
        return new Closing<>(iterator, closeable);
    }

    private static final class Closing<T> extends AbstractIterator<T> implements CloseableIterator<T> {

        private final Iterator<T> iterator;
        private final Closeable closeable;
        private boolean closed;

        Closing(Iterator<T> iterator, Closeable closeable) {
            this.iterator = iterator;
            this.closeable = closeable;
        }

        @Override
        public boolean hasNext() {
            if (iterator.hasNext()) {
                return true;
            }
            try {
                close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return false;
        }

        @Override
        public T next() {
            return iterator.next();
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                closeable.close();
            }
        }
    }
}
