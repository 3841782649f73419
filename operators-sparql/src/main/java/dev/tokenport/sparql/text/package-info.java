/** How does a value stand in SPARQL without ever changing what the text around it says? */
@NullMarked
package dev.tokenport.sparql.text;

import org.jspecify.annotations.NullMarked;
