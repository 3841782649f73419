/** Tests of the package. */
@NullMarked
package dev.tokenport.workflow.engine;

import org.jspecify.annotations.NullMarked;
