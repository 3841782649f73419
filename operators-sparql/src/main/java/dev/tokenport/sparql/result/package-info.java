/** How do SPARQL's results in JSON become entities, while they arrive? */
@NullMarked
package dev.tokenport.sparql.result;

import org.jspecify.annotations.NullMarked;
