package org.silkframework.runtime.activity;

/** A value that others watch. */
public interface Observable<T> {

    T apply();

    default boolean isDefined() {
        return true;
    }
}
