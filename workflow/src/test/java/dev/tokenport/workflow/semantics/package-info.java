/** What are the rules of a run that every engine keeps? */
@NullMarked
package dev.tokenport.workflow.semantics;

import org.jspecify.annotations.NullMarked;
