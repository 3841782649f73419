/** How long do whole processes take, and how much memory? */
@NullMarked
package dev.tokenport.benchmarks.process;

import org.jspecify.annotations.NullMarked;
