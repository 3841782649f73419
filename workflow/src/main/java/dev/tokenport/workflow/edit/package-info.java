/** How is the text of a workflow file changed while a person edits it, and how is it shown without its secrets? */
@NullMarked
package dev.tokenport.workflow.edit;

import org.jspecify.annotations.NullMarked;
