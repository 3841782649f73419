/** Tests of the transport with a proxy. */
@NullMarked
package dev.tokenport.integration.http;

import org.jspecify.annotations.NullMarked;
