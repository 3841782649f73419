/** The embedded authorization server and API of the demo command. */
@NullMarked
package dev.tokenport.demo;

import org.jspecify.annotations.NullMarked;
