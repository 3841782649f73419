package dev.tokenport.http;

import java.net.SocketTimeoutException;

/** The time that is left for what blocks. */
@FunctionalInterface
interface TimeLeft {

    /**
     * The milliseconds that are left, at least one.
     *
     * @throws SocketTimeoutException if there are none
     */
    int millis() throws SocketTimeoutException;
}
