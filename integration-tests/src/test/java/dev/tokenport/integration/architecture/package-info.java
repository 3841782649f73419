/** Does the code keep the rules of ARCHITECTURE.md, and do the documents say what is in the code? */
@NullMarked
package dev.tokenport.integration.architecture;

import org.jspecify.annotations.NullMarked;
