/** Where do tasks in different processes hand over their entities? */
@NullMarked
package dev.tokenport.workflow.store;

import org.jspecify.annotations.NullMarked;
