/** How does a CMEM project become a workflow? */
@NullMarked
package dev.tokenport.cmem;

import org.jspecify.annotations.NullMarked;
