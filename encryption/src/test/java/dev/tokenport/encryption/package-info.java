/** Tests of what keeps a secret at rest. */
@NullMarked
package dev.tokenport.encryption;

import org.jspecify.annotations.NullMarked;
