/** Tests of OAuth2 Authentication. */
@NullMarked
package dev.tokenport.operators.auth;

import org.jspecify.annotations.NullMarked;
