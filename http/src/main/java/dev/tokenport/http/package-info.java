/** One exchange: a deadline over the whole of it, bounded bodies, retry, TLS, proxy. */
@NullMarked
package dev.tokenport.http;

import org.jspecify.annotations.NullMarked;
