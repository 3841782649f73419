/** Does Silk see of our operators what they say of themselves? */
@NullMarked
package dev.tokenport.silk;

import org.jspecify.annotations.NullMarked;
