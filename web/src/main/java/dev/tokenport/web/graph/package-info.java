/** How does a page get the graph of a workflow? */
@NullMarked
package dev.tokenport.web.graph;

import org.jspecify.annotations.NullMarked;
