package dev.tokenport.http;

import java.io.IOException;

/**
 * Reads an answer and says what to do with it.
 *
 * @param <T> what is read from an answer
 */
@FunctionalInterface
public interface AnswerReader<T> {

    /**
     * Reads one answer. It need not close it.
     *
     * @return the result, or that another attempt is worth it ({@link Exchange#worthRetrying(int)} knows the statuses)
     * @throws TransportException if the body cannot be read; whether there is another attempt depends on its fault
     * @throws IOException to give up
     * @throws InterruptedException to give up because the thread was interrupted
     */
    Verdict<T> read(Response response) throws IOException, InterruptedException;
}
