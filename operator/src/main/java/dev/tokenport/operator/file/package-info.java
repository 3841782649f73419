/** Which temporary files does somebody still need, and which has a process left that is no more? */
@NullMarked
package dev.tokenport.operator.file;

import org.jspecify.annotations.NullMarked;
