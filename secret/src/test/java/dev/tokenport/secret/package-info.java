/** Tests of what a secret is, where it comes from and how it stays out of everything that is shown. */
@NullMarked
package dev.tokenport.secret;

import org.jspecify.annotations.NullMarked;
