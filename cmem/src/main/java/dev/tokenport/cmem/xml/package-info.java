/** What stands in the XML of a CMEM project? */
@NullMarked
package dev.tokenport.cmem.xml;

import org.jspecify.annotations.NullMarked;
