/** How does a workflow get an access token? */
@NullMarked
package dev.tokenport.operators.auth;

import org.jspecify.annotations.NullMarked;
