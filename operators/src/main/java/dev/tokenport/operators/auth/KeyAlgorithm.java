package dev.tokenport.operators.auth;

import dev.tokenport.jose.JwsAlgorithm;
import dev.tokenport.operator.Choice;

/** How assertions are signed; the constants of {@link JwsAlgorithm}. */
enum KeyAlgorithm {
    @Choice("RS256")
    RS256,
    @Choice("RS384")
    RS384,
    @Choice("RS512")
    RS512,
    @Choice("PS256")
    PS256,
    @Choice("PS384")
    PS384,
    @Choice("PS512")
    PS512,
    @Choice("ES256")
    ES256,
    @Choice("ES384")
    ES384,
    @Choice("ES512")
    ES512,
    @Choice("EdDSA")
    EDDSA,
    @Choice("HS256")
    HS256,
    @Choice("HS384")
    HS384,
    @Choice("HS512")
    HS512;

    JwsAlgorithm algorithm() {
        return JwsAlgorithm.valueOf(name());
    }
}
