/** What is signed and proven, as others read it. */
@NullMarked
package dev.tokenport.integration.jose;

import org.jspecify.annotations.NullMarked;
