/** Tests of values in SPARQL. */
@NullMarked
package dev.tokenport.sparql.text;

import org.jspecify.annotations.NullMarked;
