package org.silkframework.runtime.activity;

import org.silkframework.runtime.users.User;
import scala.Option;

/** For whom something is done. */
public interface UserContext {

    Option<User> user();

    UserExecutionContext executionContext();

    UserContext withExecutionContext(UserExecutionContext userExecutionContext);
}
