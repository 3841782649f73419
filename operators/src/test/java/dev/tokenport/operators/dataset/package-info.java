/** Tests of the datasets, with real files. */
@NullMarked
package dev.tokenport.operators.dataset;

import org.jspecify.annotations.NullMarked;
