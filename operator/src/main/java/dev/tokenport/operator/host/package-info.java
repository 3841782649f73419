/** What does every host of operators need for its runs? */
@NullMarked
package dev.tokenport.operator.host;

import org.jspecify.annotations.NullMarked;
