package dev.tokenport.operators.auth;

import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the grants need that are not on the page. Immutable. */
record GrantParameters(
        @Parameter(
                id = "oauth_refresh_token",
                label = "Refresh Token",
                description =
                        "A token for the renewal of tokens. Mandatory for the Grant Type `refresh_token`, unless the"
                                + " Refresh Token File holds one. Where the server replaces it by a new one (rotation), it is"
                                + " used once, and the new one in its place.",
                mandatoryWhen = "oauth_grant_type=refresh_token&oauth_refresh_token_file=",
                advanced = true)
        Optional<Secret> refreshToken,

        @Parameter(
                id = "oauth_refresh_token_file",
                label = "Refresh Token File",
                description = "Where the Grant Type `refresh_token` keeps the refresh token for the next run: a file"
                        + " with the token in one line, which only its owner may read. What stands in it comes before"
                        + " the Refresh Token. Without a file a new one is lost at the end of the run. A relative path"
                        + " starts at the folder of the workflow.",
                advanced = true)
        String refreshTokenFile,

        @Parameter(
                id = "oauth_assertion",
                label = "Assertion",
                description = "The JWT that tells for whom the token is, made by someone whom the server trusts."
                        + " Mandatory for the Grant Type `urn:ietf:params:oauth:grant-type:jwt-bearer`, unless there"
                        + " is a Key File, with which it is made.",
                mandatoryWhen = "oauth_grant_type=" + GrantType.JWT_BEARER_NAME + "&oauth_key_file=",
                advanced = true)
        Optional<Secret> assertion,

        @Parameter(
                id = "oauth_assertion_issuer",
                label = "Assertion Issuer",
                description = "Who makes the assertion of the JWT bearer grant (`iss`). Empty: the Client ID.",
                advanced = true)
        String assertionIssuer,

        @Parameter(
                id = "oauth_assertion_subject",
                label = "Assertion Subject",
                description = "For whom the token is that the JWT bearer grant gives (`sub`). Empty: the Assertion"
                        + " Issuer.",
                advanced = true)
        String assertionSubject,

        @Parameter(
                id = "oauth_assertion_lifetime",
                label = "Assertion Lifetime",
                description =
                        "How long the assertion of the JWT bearer grant holds; a new one is made for each request.",
                defaultValue = "PT1M",
                advanced = true)
        Duration assertionLifetime,

        @Parameter(
                id = "oauth_assertion_claims",
                label = "Assertion Claims",
                description =
                        "Further claims of the assertion of the JWT bearer grant, by name, such as `scope` where a"
                                + " server looks for it there. `aud` takes the place of the Assertion Audience.",
                advanced = true)
        Map<String, String> assertionClaims,

        @Parameter(
                id = "oauth_subject_token",
                label = "Subject Token",
                description = "The token to be exchanged. Mandatory for the Grant Type"
                        + " `urn:ietf:params:oauth:grant-type:token-exchange`. From another task, by its config port,"
                        + " it is the one of that task which is valid now, each time the exchanged token is renewed.",
                mandatoryWhen = "oauth_grant_type=" + GrantType.TOKEN_EXCHANGE_NAME,
                advanced = true)
        Optional<Secret> subjectToken,

        @Parameter(
                id = "oauth_subject_token_type",
                label = "Subject Token Type",
                description = "What kind of token the Subject Token is: `access_token`, `refresh_token`, `id_token`,"
                        + " `jwt`, `saml1`, `saml2`, or a URI.",
                defaultValue = "urn:ietf:params:oauth:token-type:access_token",
                advanced = true)
        String subjectTokenType,

        @Parameter(
                id = "oauth_actor_token",
                label = "Actor Token",
                description = "The token of the one who acts for the subject of an exchange.",
                advanced = true)
        Optional<Secret> actorToken,

        @Parameter(
                id = "oauth_actor_token_type",
                label = "Actor Token Type",
                description = "What kind of token the Actor Token is, as for the Subject Token.",
                defaultValue = "urn:ietf:params:oauth:token-type:access_token",
                advanced = true)
        String actorTokenType,

        @Parameter(
                id = "oauth_requested_token_type",
                label = "Requested Token Type",
                description = "What kind of token the exchange shall give, as for the Subject Token. Empty: what the"
                        + " server gives by default.",
                advanced = true)
        String requestedTokenType) {

    /** Checks that the lifetime is positive. */
    GrantParameters {
        if (assertionLifetime.isZero()) {
            throw new IllegalArgumentException("oauth_assertion_lifetime '" + assertionLifetime + "' is not positive");
        }
    }
}
