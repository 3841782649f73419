@NullMarked
package dev.tokenport.silk.run;

import org.jspecify.annotations.NullMarked;
