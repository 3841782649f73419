package dev.tokenport.cli;

import org.jspecify.annotations.Nullable;

/** The options of {@code tokenport token} that say whether the token is bound to a key, as given. For one thread. */
final class DpopOptions implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    final Given<Boolean> wanted = arguments.flag(
            "--dpop",
            "Bind the token to the key of --dpop-key (DPoP, RFC 9449). With --verify no key need be given:"
                    + " one is made for the check.");

    final Given<@Nullable String> key = arguments.secret(
            "--dpop-key",
            "Where the private key stands that the token shall be bound to, a JWK, as 'keygen --dpop' makes"
                    + " it; implies --dpop (default with --dpop: OAUTH_DPOP_KEY).");

    @Override
    public Arguments arguments() {
        return arguments;
    }

    /** Whether a key is made for one check, and thrown away. */
    boolean passing;

    /** Whether the token shall be bound. */
    boolean bind() {
        return wanted.value() || key.value() != null;
    }
}
