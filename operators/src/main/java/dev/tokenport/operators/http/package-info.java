/** How does an entity become an HTTP request, and an answer entities? */
@NullMarked
package dev.tokenport.operators.http;

import org.jspecify.annotations.NullMarked;
