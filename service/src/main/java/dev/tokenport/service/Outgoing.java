package dev.tokenport.service;

import dev.tokenport.http.Request;
import dev.tokenport.http.Response;
import dev.tokenport.http.TimeSource;
import dev.tokenport.jose.DpopProofs;
import java.util.Optional;

/**
 * A request on its way, maybe several times, with all that belongs to it. For one thread.
 *
 * @param request the request with its token
 * @param token the token; empty for none
 * @param proofs the proofs that go along with it, another one each time
 */
record Outgoing(Request request, String token, Optional<DpopProofs> proofs) {

    static Outgoing bare(Request request) {
        return new Outgoing(request, "", Optional.empty());
    }

    /** The request to send now. */
    Request now(TimeSource time) {
        return proofs.map(made -> made.proven(request, time.now(), Optional.of(token)))
                .orElse(request);
    }

    /** Whether an answer only says which nonce the proof has to have (RFC 9449 §9), so that the request is sent again. */
    boolean wantsNonce(Response response) {
        return proofs.isPresent()
                && proofs.get()
                        .wantsAnother(
                                request.url(),
                                response.headers(),
                                Challenge.of(response).useNonce());
    }

    /** Never the token. */
    @Override
    public String toString() {
        return request.toString();
    }
}
