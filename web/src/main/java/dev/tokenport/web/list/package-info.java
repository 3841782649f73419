/** Which workflows are there, and how are they? */
@NullMarked
package dev.tokenport.web.list;

import org.jspecify.annotations.NullMarked;
