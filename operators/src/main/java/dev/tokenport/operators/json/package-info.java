/** How does JSON become entities, and entities JSON, without losing anything? */
@NullMarked
package dev.tokenport.operators.json;

import org.jspecify.annotations.NullMarked;
