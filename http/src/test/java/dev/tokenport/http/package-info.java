/** Tests of one exchange, against servers on this machine. */
@NullMarked
package dev.tokenport.http;

import org.jspecify.annotations.NullMarked;
