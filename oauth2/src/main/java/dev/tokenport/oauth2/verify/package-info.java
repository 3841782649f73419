/** How is a token asked for, so that a person sees each step on the way, and what to change? */
@NullMarked
package dev.tokenport.oauth2.verify;

import org.jspecify.annotations.NullMarked;
