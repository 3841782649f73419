/** Do workflows run as they should? */
@NullMarked
package dev.tokenport.integration.workflow;

import org.jspecify.annotations.NullMarked;
