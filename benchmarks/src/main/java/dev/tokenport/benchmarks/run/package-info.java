/** What does running a workflow cost beyond the work of its tasks? */
@NullMarked
package dev.tokenport.benchmarks.run;

import org.jspecify.annotations.NullMarked;
