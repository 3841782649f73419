/** How is a workflow changed from a page? */
@NullMarked
package dev.tokenport.web.edit;

import org.jspecify.annotations.NullMarked;
