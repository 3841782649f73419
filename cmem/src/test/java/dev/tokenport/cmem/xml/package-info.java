/** Tests of the package. */
@NullMarked
package dev.tokenport.cmem.xml;

import org.jspecify.annotations.NullMarked;
