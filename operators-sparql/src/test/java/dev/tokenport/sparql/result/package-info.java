/** Tests of results in JSON. */
@NullMarked
package dev.tokenport.sparql.result;

import org.jspecify.annotations.NullMarked;
