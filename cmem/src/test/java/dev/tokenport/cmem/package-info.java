/** Tests of the package. */
@NullMarked
package dev.tokenport.cmem;

import org.jspecify.annotations.NullMarked;
