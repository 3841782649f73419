package org.silkframework.runtime.activity;

import org.silkframework.runtime.users.User;
import scala.Option;

/** A user and where. */
public class SimpleUserContext implements UserContext {

    private final Option<User> user;
    private final UserExecutionContext executionContext;

    public SimpleUserContext(Option<User> user, UserExecutionContext executionContext) {
        this.user = user;
        this.executionContext = executionContext;
    }

    @Override
    public Option<User> user() {
        return user;
    }

    @Override
    public UserExecutionContext executionContext() {
        return executionContext;
    }

    @Override
    public UserContext withExecutionContext(UserExecutionContext userExecutionContext) {
        return new SimpleUserContext(user, userExecutionContext);
    }
}
