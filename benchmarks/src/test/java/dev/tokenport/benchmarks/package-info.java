/** Tests of what is said of the figures, not of the figures. */
@NullMarked
package dev.tokenport.benchmarks;

import org.jspecify.annotations.NullMarked;
