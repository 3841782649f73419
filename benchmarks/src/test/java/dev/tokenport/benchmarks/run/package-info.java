/** Tests of what measures runs. */
@NullMarked
package dev.tokenport.benchmarks.run;

import org.jspecify.annotations.NullMarked;
