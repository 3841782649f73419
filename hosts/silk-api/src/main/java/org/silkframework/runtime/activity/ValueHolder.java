package org.silkframework.runtime.activity;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import scala.Function0;
import scala.Function1;
import scala.Option;

/** The value of an activity. */
public class ValueHolder<T> implements Observable<T> {

    private final Function0<Option<T>> initialValue;
    private volatile Option<T> value = Option.empty();
    private final Set<Function1<T, ?>> subscribers = ConcurrentHashMap.newKeySet();

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

    @Override
    public <U> void subscribe(Function1<T, U> subscriber) {
        subscribers.add(subscriber);
    }

    @Override
    public <U> void removeSubscription(Function1<T, U> subscriber) {
        subscribers.remove(subscriber);
    }

    public void update(T v) {
        value = Option.apply(v);
        subscribers.forEach(subscriber -> subscriber.apply(v));
    }
}
