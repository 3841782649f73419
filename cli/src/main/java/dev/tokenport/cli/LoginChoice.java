package dev.tokenport.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which of the kept logins is meant: what is given must fit, and what is not given does not count. Immutable.
 *
 * @param issuer the issuer, if it was given
 * @param tokenUrl the token endpoint, if it was given
 * @param clientId the client, if it was given
 */
record LoginChoice(Optional<String> issuer, Optional<String> tokenUrl, Optional<String> clientId) {

    static LoginChoice of(TokenOptions options, TokenInputs inputs) {
        return new LoginChoice(
                given(options.issuer.value()),
                options.issuer.value() == null ? given(inputs.text(TokenInput.TOKEN_URL)) : Optional.empty(),
                given(inputs.text(TokenInput.CLIENT_ID)));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }

    /**
     * The login that is meant.
     *
     * @throws CommandException if it is none or not one alone
     */
    KeptLogin among(List<KeptLogin> logins, LoginFile file) {
        List<KeptLogin> fitting = logins.stream().filter(this::fits).toList();
        if (fitting.isEmpty()) {
            String which = issuer.isEmpty() && tokenUrl.isEmpty() && clientId.isEmpty() ? "" : " for what was given";
            throw CommandException.refused(
                    "no login" + which + " is kept in " + file + "; log in with 'tokenport login'");
        }
        if (fitting.size() > 1) {
            throw CommandException.refused("several logins are kept in " + file + ": "
                    + fitting.stream().map(KeptLogin::toString).collect(Collectors.joining(", "))
                    + "; say which with --issuer (or --token-url) and --client-id");
        }
        return fitting.get(0);
    }

    private boolean fits(KeptLogin login) {
        return fits(issuer, login.issuer().map(URI::toString))
                && fits(tokenUrl, login.tokenUrl().map(URI::toString))
                && fits(clientId, Optional.of(login.clientId()));
    }

    private static boolean fits(Optional<String> given, Optional<String> kept) {
        return given.isEmpty() || given.equals(kept);
    }
}
