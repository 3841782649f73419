/** Which file can be written, and how does it get a new content as a whole, or not at all? */
@NullMarked
package dev.tokenport.service.file;

import org.jspecify.annotations.NullMarked;
