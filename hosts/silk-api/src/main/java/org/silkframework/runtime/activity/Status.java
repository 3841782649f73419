package org.silkframework.runtime.activity;

import scala.Option;

/** How far an activity is. */
public interface Status {

    String message();

    Option<Object> progress();
}
