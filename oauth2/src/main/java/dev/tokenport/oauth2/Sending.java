package dev.tokenport.oauth2;

/**
 * How often a request may be sent.
 *
 * @param once whether it must not be sent again when the server may have processed it
 * @param beginning is called before it is sent for the first time
 */
record Sending(boolean once, Runnable beginning) {

    /** Again whenever it is worth it. */
    static final Sending AGAIN = new Sending(false, () -> {});

    /** Again only if it was not processed. */
    static Sending once(Runnable beginning) {
        return new Sending(true, beginning);
    }

    void begin() {
        beginning.run();
    }
}
