/** Tests of all operators shipped. */
@NullMarked
package dev.tokenport.operators;

import org.jspecify.annotations.NullMarked;
