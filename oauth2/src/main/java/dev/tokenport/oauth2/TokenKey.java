package dev.tokenport.oauth2;

import dev.tokenport.jose.DpopKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What identifies a token. Two requests with the same key may share one. Holds no secret, only a fingerprint. Immutable.
 *
 * @param request what does not change as long as the request is the same
 * @param method how the client authenticates
 * @param fingerprint of all that is confidential in the request
 */
record TokenKey(Plain request, ClientAuthenticationMethod method, String fingerprint) {

    /**
     * The part that needs no secret; computed once per source.
     *
     * @param grant what tells this grant from others, secrets aside
     * @param scopes in any order
     */
    record Plain(
            AuthorizationServer server,
            List<Object> grant,
            String clientId,
            SecretEncoding encoding,
            Set<String> scopes,
            List<String> audiences,
            List<String> resources,
            Map<String, String> extraParameters,
            String dpopThumbprint) {

        static Plain of(TokenRequest request) {
            return new Plain(
                    request.server(),
                    identity(request.grant()),
                    request.clientId(),
                    request.secretEncoding(),
                    Set.copyOf(request.scopes()),
                    request.audiences(),
                    request.resources(),
                    new TreeMap<>(request.extraParameters()),
                    thumbprint(request.dpopKey()));
        }

        // A reference to the method would load the JOSE library for tokens that are not bound, too.
        private static String thumbprint(Optional<DpopKey> key) {
            return key.isPresent() ? key.get().thumbprint() : "";
        }

        private static List<Object> identity(Grant grant) {
            if (grant instanceof JwtBearer.Made made) {
                return List.of(JwtBearer.Made.class, made.claims());
            }
            return grant instanceof Grant.RefreshToken token
                    ? List.of(Grant.RefreshToken.class, token.file())
                    : List.of(grant.getClass());
        }
    }
}
