/** How does a workflow file feed config ports without a service? */
@NullMarked
package dev.tokenport.operators.settings;

import org.jspecify.annotations.NullMarked;
