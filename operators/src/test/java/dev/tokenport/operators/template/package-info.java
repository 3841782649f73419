/** Tests of the templates. */
@NullMarked
package dev.tokenport.operators.template;

import org.jspecify.annotations.NullMarked;
