/** What does a parameter's value in a CMEM project come to: templates, variables, passwords? */
@NullMarked
package dev.tokenport.cmem.value;

import org.jspecify.annotations.NullMarked;
