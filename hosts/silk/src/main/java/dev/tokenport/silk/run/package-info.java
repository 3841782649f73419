/** In what world does a task of Silk execute, and what becomes of what it gives and says? */
@NullMarked
package dev.tokenport.silk.run;

import org.jspecify.annotations.NullMarked;
