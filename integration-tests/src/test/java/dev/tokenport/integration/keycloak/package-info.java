/** Does it all work with a real Keycloak? */
@NullMarked
package dev.tokenport.integration.keycloak;

import org.jspecify.annotations.NullMarked;
