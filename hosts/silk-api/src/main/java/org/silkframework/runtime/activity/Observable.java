package org.silkframework.runtime.activity;

import scala.Function1;

/** A value that others watch. */
public interface Observable<T> {

    T apply();

    default boolean isDefined() {
        return true;
    }

    <U> void subscribe(Function1<T, U> subscriber);

    <U> void removeSubscription(Function1<T, U> subscriber);
}
