package dev.tokenport.jose;

import dev.tokenport.http.Headers;
import dev.tokenport.http.Request;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The proofs of one request, another one each time it is sent, with the nonce that the server wants to see (RFC 9449 §8,
 * §9). For one thread.
 */
public final class DpopProofs {

    /** The header with a proof. */
    public static final String HEADER = "DPoP";

    /** What a server says that wants to see another nonce. */
    public static final String USE_NONCE = "use_dpop_nonce";

    private static final String NONCE = "DPoP-Nonce";
    private static final int MOST_IN_A_ROW = 3;

    private final DpopKey key;
    private final DpopNonces nonces;
    private Optional<String> wanted = Optional.empty();
    private Optional<String> shown = Optional.empty();
    private int inARow;

    /** The proofs of a request made with a key; the nonces are shared with other requests. */
    public DpopProofs(DpopKey key, DpopNonces nonces) {
        this.key = key;
        this.nonces = nonces;
    }

    /**
     * The request with a proof, to be sent now.
     *
     * @param accessToken the token that goes along, empty for a token request
     */
    public Request proven(Request request, Instant now, Optional<String> accessToken) {
        // Others may have learned of a newer nonce meanwhile; the one that was given to this request is as good as any.
        shown = wanted.isPresent() ? wanted : nonces.of(request.url());
        wanted = Optional.empty();
        return request.with(HEADER, key.proof(request.method(), request.url(), now, shown, accessToken));
    }

    /**
     * Looks at an answer, good or bad.
     *
     * @param url what was asked
     * @param headers the answer's headers
     * @param useNonce whether it says {@value #USE_NONCE}
     * @return whether to send the request again at once: a nonce is wanted that it did not have, and not for ever
     */
    public boolean wantsAnother(URI url, Headers headers, boolean useNonce) {
        Optional<String> nonce = nonces.learn(url, headers.all(NONCE));
        if (!useNonce) {
            inARow = 0;
            return false;
        }
        inARow++;
        boolean again = nonce.isPresent() && !nonce.equals(shown) && inARow <= MOST_IN_A_ROW;
        wanted = again ? nonce : Optional.empty();
        return again;
    }
}
