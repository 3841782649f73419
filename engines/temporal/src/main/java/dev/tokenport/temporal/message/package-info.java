/** What do those who start a run, its workflow and its workers tell each other? Plain data, as JSON, which other versions read. */
@NullMarked
package dev.tokenport.temporal.message;

import org.jspecify.annotations.NullMarked;
