@NullMarked
package dev.tokenport.workflow.edit;

import org.jspecify.annotations.NullMarked;
