/** How is a workflow run and watched from a page, and what happened in earlier runs? */
@NullMarked
package dev.tokenport.web.run;

import org.jspecify.annotations.NullMarked;
