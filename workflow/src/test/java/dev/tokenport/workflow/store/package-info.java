/** Tests of the package. */
@NullMarked
package dev.tokenport.workflow.store;

import org.jspecify.annotations.NullMarked;
