package dev.tokenport.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of {@code tokenport token} for the grants that are not on the page of <em>OAuth2 Authentication</em>, as
 * given. For one thread.
 */
final class GrantOptions {

    private static final String SECRET = "REFERENCE|-";

    @Option(
            names = "--refresh-token",
            paramLabel = SECRET,
            description = "Where the token stands that renews, for refresh_token (default: OAUTH_REFRESH_TOKEN).")
    @Nullable
    String refreshToken;

    @Option(
            names = "--refresh-token-file",
            paramLabel = "PATH",
            description = "Where refresh_token keeps the refresh token for the next time, and looks for it first.")
    @Nullable
    String refreshTokenFile;

    @Option(
            names = "--assertion",
            paramLabel = SECRET,
            description = "Where the JWT stands that tells for whom the token is, for jwt-bearer (default:"
                    + " OAUTH_ASSERTION).")
    @Nullable
    String assertion;

    @Option(
            names = "--assertion-issuer",
            paramLabel = "TEXT",
            description =
                    "Who makes the assertion of jwt-bearer, with the key of --client-key-file (default: the client id).")
    @Nullable
    String assertionIssuer;

    @Option(
            names = "--assertion-subject",
            paramLabel = "TEXT",
            description = "For whom the token of jwt-bearer is (default: the issuer of the assertion).")
    @Nullable
    String assertionSubject;

    @Option(
            names = "--assertion-lifetime",
            paramLabel = "DURATION",
            description = "How long the assertion of jwt-bearer holds (default: PT1M).")
    @Nullable
    String assertionLifetime;

    @Option(
            names = "--assertion-claims",
            paramLabel = "JSON",
            description = "Further claims of the assertion of jwt-bearer, as a JSON object of strings.")
    @Nullable
    String assertionClaims;

    @Option(
            names = "--subject-token",
            paramLabel = SECRET,
            description =
                    "Where the token stands that is exchanged, for token-exchange (default:" + " OAUTH_SUBJECT_TOKEN).")
    @Nullable
    String subjectToken;

    @Option(
            names = "--subject-token-type",
            paramLabel = "TYPE",
            description =
                    "What kind of token that is: access_token (default), refresh_token, id_token, jwt, saml1, saml2"
                            + " or a URI.")
    @Nullable
    String subjectTokenType;

    @Option(
            names = "--actor-token",
            paramLabel = SECRET,
            description = "Where the token of the one stands who acts for the subject (default: OAUTH_ACTOR_TOKEN).")
    @Nullable
    String actorToken;

    @Option(
            names = "--actor-token-type",
            paramLabel = "TYPE",
            description = "What kind of token that is (default: access_token).")
    @Nullable
    String actorTokenType;

    @Option(
            names = "--requested-token-type",
            paramLabel = "TYPE",
            description = "What kind of token the exchange shall give (default: what the server gives).")
    @Nullable
    String requestedTokenType;
}
