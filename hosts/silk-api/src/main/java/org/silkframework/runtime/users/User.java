package org.silkframework.runtime.users;

import scala.collection.immutable.Set;

/** Who works with Silk. */
public interface User {

    String uri();

    Set<String> groups();

    UserActions actions();
}
