/** Does a secret ever leave the process where it is not meant to? */
@NullMarked
package dev.tokenport.integration.leak;

import org.jspecify.annotations.NullMarked;
