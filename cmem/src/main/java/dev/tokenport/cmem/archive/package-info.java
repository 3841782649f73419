/** Which files has a CMEM project, and how are they unpacked safely? */
@NullMarked
package dev.tokenport.cmem.archive;

import org.jspecify.annotations.NullMarked;
