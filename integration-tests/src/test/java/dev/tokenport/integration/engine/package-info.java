/** Does the packaged command run workflows on several machines? */
@NullMarked
package dev.tokenport.integration.engine;

import org.jspecify.annotations.NullMarked;
