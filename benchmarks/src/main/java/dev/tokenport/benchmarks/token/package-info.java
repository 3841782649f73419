/** How fast is a token got, and one that is kept given, beside other clients? */
@NullMarked
package dev.tokenport.benchmarks.token;

import org.jspecify.annotations.NullMarked;
