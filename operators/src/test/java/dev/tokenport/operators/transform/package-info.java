/** Tests of the operator <em>Transform</em>. */
@NullMarked
package dev.tokenport.operators.transform;

import org.jspecify.annotations.NullMarked;
