/** Tests of the engine on Temporal's test server. */
@NullMarked
package dev.tokenport.temporal;

import org.jspecify.annotations.NullMarked;
