/** Tests of set-parameters. */
@NullMarked
package dev.tokenport.operators.settings;

import org.jspecify.annotations.NullMarked;
