package dev.tokenport.service;

import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.util.Optional;

/**
 * The access token that goes along with the requests of a task, as advanced parameters. Immutable.
 *
 * @param secret the token; empty, or with an empty text, for none
 * @param binding what it is bound to
 */
public record AccessToken(
        @Parameter(id = Token.PARAMETER, label = LABEL, description = DESCRIPTION, advanced = true)
        Optional<Secret> secret,

        @Embedded TokenBinding binding) {

    /** What the parameter is called, wherever it is. */
    public static final String LABEL = "OAuth access token";

    /** What is said of the parameter, wherever it is. */
    public static final String DESCRIPTION =
            "The access token, sent as `Authorization: Bearer …`, or `DPoP …` if it is bound to a key. Usually delivered by an OAuth2 Authentication task through the config port. Empty: no such header.";

    /** A token that whoever holds it can use. */
    public static AccessToken bearer(Optional<Secret> secret) {
        return new AccessToken(secret, TokenBinding.NONE);
    }
}
