package org.silkframework.runtime.users;

import scala.collection.immutable.Set;

/** A user who is known by a URI only. */
public class SimpleUser implements User {

    private final String uri;
    private final Set<String> groups;
    private final UserActions actions;

    public SimpleUser(String uri, Set<String> groups, UserActions actions) {
        this.uri = uri;
        this.groups = groups;
        this.actions = actions;
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public Set<String> groups() {
        return groups;
    }

    @Override
    public UserActions actions() {
        return actions;
    }
}
