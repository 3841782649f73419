package org.silkframework.runtime.activity;

import scala.Function0;
import scala.Option;

/** The value of an activity. */
public class ValueHolder<T> implements Observable<T> {

    private final Function0<Option<T>> initialValue;
    private volatile Option<T> value = Option.empty();

    public ValueHolder(Function0<Option<T>> initialValue) {
        this.initialValue = initialValue;
    }

    @Override
    public boolean isDefined() {
        return value.isDefined() || initialValue.apply().isDefined();
    }

    @Override
    public T apply() {
        return value.isDefined() ? value.get() : initialValue.apply().get();
    }

    public void update(T v) {
        value = Option.apply(v);
    }
}
