/** How does one workflow look? */
@NullMarked
package dev.tokenport.web.workflow;

import org.jspecify.annotations.NullMarked;
