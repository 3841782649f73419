/** What is a secret, where does it come from, how is it kept out of everything that is shown? */
@NullMarked
package dev.tokenport.secret;

import org.jspecify.annotations.NullMarked;
