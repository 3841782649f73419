/** How does an answer become entities, in whatever format it is? */
@NullMarked
package dev.tokenport.operators.http.answer;

import org.jspecify.annotations.NullMarked;
