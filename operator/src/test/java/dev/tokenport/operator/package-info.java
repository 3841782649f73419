/** Tests of the operator API. */
@NullMarked
package dev.tokenport.operator;

import org.jspecify.annotations.NullMarked;
