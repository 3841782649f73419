/** How does a template become a URL, a header or a body, with each value encoded as its place needs? */
@NullMarked
package dev.tokenport.service.template;

import org.jspecify.annotations.NullMarked;
