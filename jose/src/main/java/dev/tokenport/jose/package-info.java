/** How is a JWT signed, how is it read? The only place that knows the JOSE library. */
@NullMarked
package dev.tokenport.jose;

import org.jspecify.annotations.NullMarked;
