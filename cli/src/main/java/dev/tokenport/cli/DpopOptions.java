package dev.tokenport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code tokenport token} that say whether the token is bound to a key, as given. For one thread. */
final class DpopOptions {

    @Option(
            names = "--dpop",
            description =
                    "Bind the token to the key of --dpop-key (DPoP, RFC 9449). With --verify no key need be given:"
                            + " one is made for the check.")
    boolean wanted;

    @Option(
            names = "--dpop-key",
            paramLabel = "REFERENCE|-",
            description =
                    "Where the private key stands that the token shall be bound to, a JWK, as 'keygen --dpop' makes"
                            + " it; implies --dpop (default with --dpop: OAUTH_DPOP_KEY).")
    @Nullable
    String key;

    /** Whether a key is made for one check, and thrown away. */
    boolean passing;

    /** Whether the token shall be bound. */
    boolean bind() {
        return wanted || key != null;
    }
}
