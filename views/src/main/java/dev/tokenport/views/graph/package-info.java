/** How is a workflow drawn? */
@NullMarked
package dev.tokenport.views.graph;

import org.jspecify.annotations.NullMarked;
