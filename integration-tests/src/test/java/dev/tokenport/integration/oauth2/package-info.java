/** Does the token client keep every rule of its contract against a real HTTP server? */
@NullMarked
package dev.tokenport.integration.oauth2;

import org.jspecify.annotations.NullMarked;
