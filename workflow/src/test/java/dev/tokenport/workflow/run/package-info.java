/** How does a workflow run here, and what happened? */
@NullMarked
package dev.tokenport.workflow.run;

import org.jspecify.annotations.NullMarked;
