/** How do our operators run inside Silk? */
@NullMarked
package dev.tokenport.silk;

import org.jspecify.annotations.NullMarked;
