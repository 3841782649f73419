/** Does a store keep what it is given? A suite that the tests of each store inherit. */
@NullMarked
package dev.tokenport.testkit.store;

import org.jspecify.annotations.NullMarked;
