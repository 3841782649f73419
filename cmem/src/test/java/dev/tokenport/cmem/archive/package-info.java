/** Tests of the package. */
@NullMarked
package dev.tokenport.cmem.archive;

import org.jspecify.annotations.NullMarked;
