/** Which private key, and which certificates, stand in a file? */
@NullMarked
package dev.tokenport.http.key;

import org.jspecify.annotations.NullMarked;
