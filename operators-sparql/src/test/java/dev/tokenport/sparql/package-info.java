/** Tests of the SPARQL operators, with a scripted server and with a real one. */
@NullMarked
package dev.tokenport.sparql;

import org.jspecify.annotations.NullMarked;
