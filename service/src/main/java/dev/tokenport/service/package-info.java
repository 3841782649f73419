/** How is a protected service asked, once or per entity, with a token that lives on, side by side and in order? */
@NullMarked
package dev.tokenport.service;

import org.jspecify.annotations.NullMarked;
