/** How fast do entities pass through datasets and services? */
@NullMarked
package dev.tokenport.benchmarks.data;

import org.jspecify.annotations.NullMarked;
