/** How are a SPARQL endpoint's answers made entities, and entities its updates? */
@NullMarked
package dev.tokenport.sparql;

import org.jspecify.annotations.NullMarked;
