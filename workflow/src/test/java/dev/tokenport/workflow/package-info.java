/** Tests of workflow files, their plans and their schema. */
@NullMarked
package dev.tokenport.workflow;

import org.jspecify.annotations.NullMarked;
