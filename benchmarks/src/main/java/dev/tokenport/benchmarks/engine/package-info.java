/** What does a task cost on another engine? */
@NullMarked
package dev.tokenport.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
