/** A scripted authorization server, a hand-driven clock, conformance suites; for us and for authors of operators. */
@NullMarked
package dev.tokenport.testkit;

import org.jspecify.annotations.NullMarked;
