/** Does the packaged plugin run in a real Silk, whose JARs {@code -Dsilk.lib} names? */
@NullMarked
package dev.tokenport.silk.real;

import org.jspecify.annotations.NullMarked;
