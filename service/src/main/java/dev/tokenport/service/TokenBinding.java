package dev.tokenport.service;

import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the access token of a task is bound to, as advanced parameters. Immutable.
 *
 * @param type {@code Bearer} or {@code DPoP} in any case; empty for what fits the key; {@code N_A} counts as {@code Bearer}
 * @param dpopKey the key that the token is bound to (RFC 9449)
 */
public record TokenBinding(
        @Parameter(
                id = TYPE,
                label = "OAuth token type",
                description =
                        "`Bearer`, or `DPoP` for a token that is bound to a key (RFC 9449). Usually delivered along with the token. Empty: `DPoP` with an OAuth DPoP key, `Bearer` without.",
                advanced = true)
        String type,

        @Parameter(
                id = KEY,
                label = "OAuth DPoP key",
                description =
                        "The private key (a JWK) that the access token is bound to; each request then carries a proof made with it, in the header `DPoP`. Usually delivered along with the token.",
                advanced = true)
        Optional<Secret> dpopKey) {

    static final String TYPE = "oauth_token_type";
    static final String KEY = "oauth_dpop_key";

    private static final String BEARER = "Bearer";
    private static final String DPOP = "DPoP";

    /** A token exchange may give what is no access token, N_A (RFC 8693 §2.2.1); who sends it takes it for one. */
    private static final Set<String> KNOWN = Set.of("", "bearer", "dpop", "n_a");

    /** A token that is bound to nothing. */
    public static final TokenBinding NONE = new TokenBinding("", Optional.empty());

    /** Checks the type. */
    public TokenBinding {
        if (!KNOWN.contains(type.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(TYPE + " '" + type + "' is neither Bearer nor DPoP");
        }
    }

    /** Whether a proof goes along with the token. */
    boolean isDpop() {
        return type.equalsIgnoreCase(DPOP) || (type.isEmpty() && dpopKey.isPresent());
    }

    /** The scheme of the header {@code Authorization}. */
    String scheme() {
        return isDpop() ? DPOP : BEARER;
    }
}
