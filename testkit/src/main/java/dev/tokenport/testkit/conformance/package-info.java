/** Does an engine keep the rules of a run? Contract suites to be inherited, with the operators they run. */
@NullMarked
package dev.tokenport.testkit.conformance;

import org.jspecify.annotations.NullMarked;
