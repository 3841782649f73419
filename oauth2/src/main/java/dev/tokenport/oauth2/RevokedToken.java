package dev.tokenport.oauth2;

import dev.tokenport.secret.Secret;
import java.net.URI;

/**
 * A token that shall not be valid any more. Prints nothing of it. Immutable.
 *
 * @param request what it was got with
 * @param endpoint where it is revoked
 * @param token the token
 * @param hint what kind of token it is (RFC 7009 §2.1)
 */
record RevokedToken(TokenRequest request, URI endpoint, Secret token, String hint) {

    static final String ACCESS_TOKEN = "access_token";
    static final String REFRESH_TOKEN = "refresh_token";
}
