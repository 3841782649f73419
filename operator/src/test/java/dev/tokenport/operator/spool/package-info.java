/** How are entities kept that several tasks read? */
@NullMarked
package dev.tokenport.operator.spool;

import org.jspecify.annotations.NullMarked;
