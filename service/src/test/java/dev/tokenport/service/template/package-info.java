/** Tests of the templates. */
@NullMarked
package dev.tokenport.service.template;

import org.jspecify.annotations.NullMarked;
