/** How does a workflow, or a run of it, look? */
@NullMarked
package dev.tokenport.views;

import org.jspecify.annotations.NullMarked;
