/** How is what the engine keeps encrypted? */
@NullMarked
package dev.tokenport.temporal.codec;

import org.jspecify.annotations.NullMarked;
