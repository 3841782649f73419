package dev.tokenport.service;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import dev.tokenport.jose.DpopKey;
import dev.tokenport.testkit.Answer;
import dev.tokenport.testkit.ReceivedProof;
import java.util.List;
import java.util.Optional;

/** A token that is bound to a key (RFC 9449), and what came of it to the service. */
abstract class BoundTokenCase extends ServiceCase {

    static final String USE_NONCE = "DPoP error=\"use_dpop_nonce\", error_description=\"nonce is required\"";

    final DpopKey key = DpopKey.generate();
    final AccessToken bound = bound("t-1");

    AccessToken bound(String token) {
        return new AccessToken(token(token), new TokenBinding("DPoP", Optional.of(key.secret())));
    }

    static Answer nonce(String challenge, String nonce) {
        return refused(challenge).with("DPoP-Nonce", nonce);
    }

    Call redirected(String path) {
        return new Call() {
            @Override
            public Request request() {
                return Request.of("GET", server.url(path), Headers.none());
            }

            @Override
            public int redirects() {
                return 5;
            }
        };
    }

    List<ReceivedProof> proofs() {
        return server.requests().stream().map(ReceivedProof::in).toList();
    }

    List<String> claims(String name) {
        return proofs().stream()
                .map(proof -> proof.claims().getOrDefault(name, "none"))
                .toList();
    }
}
