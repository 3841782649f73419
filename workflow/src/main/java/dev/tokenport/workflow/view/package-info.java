/** What is asked of the part that draws workflows and runs of them? It is found with ServiceLoader. */
@NullMarked
package dev.tokenport.workflow.view;

import org.jspecify.annotations.NullMarked;
