/** What are the rules of a run that every engine keeps? Order, hand-over, reconfiguration, statuses; no threads. */
@NullMarked
package dev.tokenport.workflow.semantics;

import org.jspecify.annotations.NullMarked;
