/** What is asked of the part that serves pages to run workflows from, and what it asks of the command? */
@NullMarked
package dev.tokenport.workflow.serve;

import org.jspecify.annotations.NullMarked;
