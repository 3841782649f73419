package org.silkframework.runtime.users;

import scala.collection.immutable.Set;

/** What a user may do. */
public class UserActions {

    private final Set<String> uris;
    private final boolean hasAllActions;

    public UserActions(Set<String> uris, boolean hasAllActions) {
        this.uris = uris;
        this.hasAllActions = hasAllActions;
    }

    public Set<String> uris() {
        return uris;
    }

    public boolean hasAllActions() {
        return hasAllActions;
    }
}
