/** What is a workflow, is it valid, how does it run here, what happened? */
@NullMarked
package dev.tokenport.workflow;

import org.jspecify.annotations.NullMarked;
