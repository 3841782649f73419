package dev.tokenport.cli;

import org.jspecify.annotations.Nullable;

/**
 * The options of {@code tokenport token} for the grants that are not on the page of <em>OAuth2 Authentication</em>, as
 * given. For one thread.
 */
final class GrantOptions implements Arguments.Group {

    private final Arguments arguments = new Arguments();

    final Given<@Nullable String> refreshToken = arguments.secret(
            "--refresh-token", "Where the token stands that renews, for refresh_token (default: OAUTH_REFRESH_TOKEN).");

    final Given<@Nullable String> refreshTokenFile = arguments.text(
            "--refresh-token-file",
            "PATH",
            "Where refresh_token keeps the refresh token for the next time, and looks for it first.");

    final Given<@Nullable String> assertion = arguments.secret(
            "--assertion",
            "Where the JWT stands that tells for whom the token is, for jwt-bearer (default:" + " OAUTH_ASSERTION).");

    final Given<@Nullable String> assertionIssuer = arguments.text(
            "--assertion-issuer",
            "TEXT",
            "Who makes the assertion of jwt-bearer, with the key of --client-key-file (default: the client id).");

    final Given<@Nullable String> assertionSubject = arguments.text(
            "--assertion-subject",
            "TEXT",
            "For whom the token of jwt-bearer is (default: the issuer of the assertion).");

    final Given<@Nullable String> assertionLifetime = arguments.text(
            "--assertion-lifetime", "DURATION", "How long the assertion of jwt-bearer holds (default: PT1M).");

    final Given<@Nullable String> assertionClaims = arguments.text(
            "--assertion-claims",
            "JSON",
            "Further claims of the assertion of jwt-bearer, as a JSON object of strings.");

    final Given<@Nullable String> subjectToken = arguments.secret(
            "--subject-token",
            "Where the token stands that is exchanged, for token-exchange (default:" + " OAUTH_SUBJECT_TOKEN).");

    final Given<@Nullable String> subjectTokenType = arguments.text(
            "--subject-token-type",
            "TYPE",
            "What kind of token that is: access_token (default), refresh_token, id_token, jwt, saml1, saml2"
                    + " or a URI.");

    final Given<@Nullable String> actorToken = arguments.secret(
            "--actor-token",
            "Where the token of the one stands who acts for the subject (default: OAUTH_ACTOR_TOKEN).");

    final Given<@Nullable String> actorTokenType =
            arguments.text("--actor-token-type", "TYPE", "What kind of token that is (default: access_token).");

    final Given<@Nullable String> requestedTokenType = arguments.text(
            "--requested-token-type",
            "TYPE",
            "What kind of token the exchange shall give (default: what the server gives).");

    @Override
    public Arguments arguments() {
        return arguments;
    }
}
