/** How does a plan run on Temporal? */
@NullMarked
package dev.tokenport.temporal;

import org.jspecify.annotations.NullMarked;
