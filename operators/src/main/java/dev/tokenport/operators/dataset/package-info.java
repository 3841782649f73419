/** How does a file become entities, and how do entities become a file that is never half-written? */
@NullMarked
package dev.tokenport.operators.dataset;

import org.jspecify.annotations.NullMarked;
