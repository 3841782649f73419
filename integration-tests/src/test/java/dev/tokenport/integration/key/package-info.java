/** With which keys do the clients of the tests sign? */
@NullMarked
package dev.tokenport.integration.key;

import org.jspecify.annotations.NullMarked;
