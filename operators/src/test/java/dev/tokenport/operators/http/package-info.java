/** Tests of the HTTP request, with a scripted server. */
@NullMarked
package dev.tokenport.operators.http;

import org.jspecify.annotations.NullMarked;
