/** Which operator does the work of a CMEM task, with which parameters? */
@NullMarked
package dev.tokenport.cmem.mapping;

import org.jspecify.annotations.NullMarked;
