/** How does JSON become entities, and entities JSON, without losing anything? */
@NullMarked
package dev.tokenport.service.json;

import org.jspecify.annotations.NullMarked;
