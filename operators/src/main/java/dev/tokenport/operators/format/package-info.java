/** How do octets in a format become entities, row by row, and how do entities become octets? */
@NullMarked
package dev.tokenport.operators.format;

import org.jspecify.annotations.NullMarked;
