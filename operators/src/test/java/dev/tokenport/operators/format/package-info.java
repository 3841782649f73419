/** Tests of the formats. */
@NullMarked
package dev.tokenport.operators.format;

import org.jspecify.annotations.NullMarked;
