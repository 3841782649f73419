/** What do all fuzz targets hold to, and what runs them without a fuzzer? */
@NullMarked
package dev.tokenport.fuzz;

import org.jspecify.annotations.NullMarked;
