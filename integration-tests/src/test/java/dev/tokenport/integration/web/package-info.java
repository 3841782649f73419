/** Do the pages of {@code tokenport serve} do in a browser what a person wants? */
@NullMarked
package dev.tokenport.integration.web;

import org.jspecify.annotations.NullMarked;
