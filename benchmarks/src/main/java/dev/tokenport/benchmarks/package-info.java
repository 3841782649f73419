/** How fast is Tokenport beside what else does the same, measured in one run? */
@NullMarked
package dev.tokenport.benchmarks;

import org.jspecify.annotations.NullMarked;
