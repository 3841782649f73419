/** Tests of the package. */
@NullMarked
package dev.tokenport.cmem.value;

import org.jspecify.annotations.NullMarked;
