/** How is a secret kept at rest? */
@NullMarked
package dev.tokenport.encryption;

import org.jspecify.annotations.NullMarked;
