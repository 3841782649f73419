/** Does the JAR have all that it needs, under names that are nobody else's? */
@NullMarked
package dev.tokenport.silk.jar;

import org.jspecify.annotations.NullMarked;
