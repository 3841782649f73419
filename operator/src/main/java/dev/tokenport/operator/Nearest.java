package dev.tokenport.operator;

import java.util.Collection;
import java.util.Optional;

/** Finds the name that was probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The candidate nearest to a misspelt name, empty if none is near. */
    public static Optional<String> to(String name, Collection<String> candidates) {
        throw new UnsupportedOperationException(name + candidates);
    }
}
