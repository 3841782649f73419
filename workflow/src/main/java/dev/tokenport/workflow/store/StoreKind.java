package dev.tokenport.workflow.store;

import java.io.IOException;

/** A kind of store, found with ServiceLoader. Thread-safe. */
public interface StoreKind {

    /** Its name, which stands before the place, as {@code s3} in {@code s3:BUCKET}. */
    String name();

    /**
     * A store at a place, which is not reached yet.
     *
     * @param place what stands after its name and the colon
     * @throws IllegalArgumentException if that cannot be a place; the message is a clause about it
     * @throws IOException if this process lacks what it takes to reach one; the message may be shown
     */
    OctetStore open(String place) throws IOException;
}
