package org.silkframework.runtime.activity;

import java.util.logging.Logger;
import scala.Function0;
import scala.Option;

/** What a running activity sees of Silk. */
public interface ActivityContext<T> {

    Option<ActivityContext<?>> parent();

    ValueHolder<T> value();

    StatusHolder status();

    Logger log();

    <R> ActivityControl<R> child(Activity<R> activity, double progressContribution);

    void blockUntil(Function0<Object> condition);

    void helpQuiesce();

    UserContext startedBy();
}
