/** Tests of the demo's authorization server and API. */
@NullMarked
package dev.tokenport.demo;

import org.jspecify.annotations.NullMarked;
