/** How are entities kept that several tasks read? */
@NullMarked
package dev.tokenport.workflow.run.spool;

import org.jspecify.annotations.NullMarked;
