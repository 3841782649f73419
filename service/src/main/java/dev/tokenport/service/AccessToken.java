package dev.tokenport.service;

import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.util.Optional;

/**
 * The access token that goes along with the requests of a task, as an advanced parameter. Immutable.
 *
 * @param secret the token; empty for none
 */
public record AccessToken(
        @Parameter(id = Token.PARAMETER, label = LABEL, description = DESCRIPTION, advanced = true)
        Optional<Secret> secret) {

    /** What the parameter is called, wherever it is. */
    public static final String LABEL = "OAuth access token";

    /** What is said of the parameter, wherever it is. */
    public static final String DESCRIPTION =
            "The access token, sent as `Authorization: Bearer …`. Usually delivered by an OAuth2 Authentication task through the config port. Empty: no such header.";
}
