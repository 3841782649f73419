/** Tests of the package. */
@NullMarked
package dev.tokenport.cmem.mapping;

import org.jspecify.annotations.NullMarked;
