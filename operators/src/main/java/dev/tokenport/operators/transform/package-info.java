/** How does an entity get the names and values that the next task needs? */
@NullMarked
package dev.tokenport.operators.transform;

import org.jspecify.annotations.NullMarked;
