package dev.tokenport.operators.auth;

import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.util.Optional;

/** Client secrets beside the first, while one is replaced at the server. Immutable. */
record SecretRotation(
        @Parameter(
                id = "oauth_next_client_secret",
                label = "Next Client Secret",
                description = "What is tried when the server refuses the Client Secret with `invalid_client`: the new"
                        + " secret while the old one is being replaced, or several, a line each. The one that was"
                        + " taken is tried first from then on.",
                advanced = true)
        Optional<Secret> next) {}
