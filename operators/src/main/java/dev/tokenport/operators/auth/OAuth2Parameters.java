package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.SecretEncoding;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of {@link OAuth2Authentication}, in the order of the page. Immutable. */
record OAuth2Parameters(
        @Parameter(
                id = "oauth_grant_type",
                label = "Grant Type",
                description = """
                        Select the used OAuth Grant Type in order to specify how this plugin gets a valid token.
                        Depending on the value of this parameter, other authentication related parameter will become
                        mandatory or obsolete. The following values can be used:
                        - `client_credentials`: - this refers to the OAuth 2.0 Client Credentials Grant Type.
                          Mandatory parameter for this grant type are Client ID and Client Secret.
                        - `password` - this refers to the OAuth 2.0 Password Grant Type.
                          Mandatory variables for this grant type are Client ID, User name and Password.""",
                defaultValue = "client_credentials")
        GrantType grantType,

        @Parameter(
                id = "oauth_token_url",
                label = "Token Endpoint",
                description = "This is the OpenID Connect (OIDC) OAuth 2.0 token endpoint location (a HTTP(S) URL).",
                mandatoryWhen = "oauth_grant_type=client_credentials|password")
        @HttpUrl(insecureHttpParameter = "allow_insecure_http")
        String tokenUrl,

        @Parameter(
                id = "oauth_client_id",
                label = "Client ID",
                description = "The Client ID obtained during registration.",
                mandatoryWhen = "oauth_grant_type=client_credentials|password")
        String clientId,

        @Parameter(
                id = "oauth_client_secret",
                label = "Client Secret",
                description = "The Client Secret obtained during registration.",
                mandatoryWhen = "oauth_grant_type=client_credentials")
        Optional<Secret> clientSecret,

        @Parameter(
                id = "user_name",
                label = "Username",
                description = "The user account name used for authentication.",
                mandatoryWhen = "oauth_grant_type=password")
        String userName,

        @Parameter(
                id = "password",
                label = "Password",
                description = "The user account password.",
                mandatoryWhen = "oauth_grant_type=password")
        Secret password,

        @Parameter(
                id = "oauth_scope",
                label = "Scope",
                description =
                        "The scopes to ask for, separated by white space. Empty: what the server gives by default.",
                advanced = true)
        String scope,

        @Parameter(
                id = "oauth_audience",
                label = "Audience",
                description = "The services that shall accept the token, by the server's names for them; several are"
                        + " separated by white space. Not every server knows this parameter.",
                advanced = true)
        String audience,

        @Parameter(
                id = "oauth_resource",
                label = "Resource",
                description = "The services that shall accept the token, by absolute URI (RFC 8707); several are"
                        + " separated by white space.",
                advanced = true)
        String resource,

        @Parameter(
                id = "oauth_client_authentication",
                label = "Client Authentication",
                description = "How the client proves who it is: `client_secret_basic` (a header), `client_secret_post`"
                        + " (in the body) or `none` (a public client). Empty: `client_secret_basic` with a Client"
                        + " Secret, `none` for the password grant without one.",
                advanced = true)
        Optional<ClientAuthenticationMethod> clientAuthentication,

        @Parameter(
                id = "oauth_secret_encoding",
                label = "Secret Encoding",
                description = "How Client ID and Client Secret are written into the header of `client_secret_basic`:"
                        + " `form` (form-encoded, as RFC 6749 demands) or `raw` (as they are, for servers that do not"
                        + " decode them).",
                defaultValue = "form",
                advanced = true)
        SecretEncoding secretEncoding,

        @Parameter(
                id = "oauth_extra_parameters",
                label = "Extra Parameters",
                description = "Further parameters of the token request, by name. None that this task sends anyway.",
                advanced = true)
        Map<String, String> extraParameters,

        @Parameter(
                id = "oauth_access_token",
                label = "Access Token",
                description = "A token that was fetched elsewhere. Mandatory for the Grant Type `prefetched_token`, and"
                        + " used by no other: the token is handed over as it is, nothing is asked for, and it cannot be"
                        + " renewed. Its expiry is known if it is a JWT that tells.",
                mandatoryWhen = "oauth_grant_type=prefetched_token",
                advanced = true)
        Optional<Secret> accessToken,

        @Parameter(
                id = "oauth_default_lifetime",
                label = "Default Lifetime",
                description = "How long a token is taken to be valid when the server does not say.",
                defaultValue = "PT5M",
                advanced = true)
        Duration defaultLifetime,

        @Parameter(
                id = "oauth_minimum_validity",
                label = "Minimum Validity",
                description = "How long a token must still be valid to be used again. No more than half of its"
                        + " lifetime counts.",
                defaultValue = "PT30S",
                advanced = true)
        Duration minimumValidity,

        @Parameter(
                id = "oauth_timeout",
                label = "Timeout",
                description = "How long getting a token may take in all, repeated requests and waits included.",
                defaultValue = "PT60S",
                advanced = true)
        Duration timeout,

        @Parameter(
                id = "oauth_attempts",
                label = "Attempts",
                description = "How often the token endpoint is asked at the most, when it does not answer or says that"
                        + " it cannot right now. A refusal is never repeated.",
                defaultValue = "4",
                advanced = true)
        int attempts,

        @Parameter(
                id = "oauth_ca_file",
                label = "CA File",
                description = "A PEM file with the certificates to trust instead of Java's own; a relative path starts"
                        + " at the folder of the workflow.",
                advanced = true)
        String caFile,

        @Parameter(
                id = "allow_insecure_http",
                label = "Allow Insecure HTTP",
                description = "Whether a token endpoint on another machine may be asked over plain `http`. Everyone on"
                        + " the way can then read the credentials and the token.",
                defaultValue = "false",
                advanced = true)
        boolean allowInsecureHttp) {

    /** Checks that durations and attempts are positive. */
    OAuth2Parameters {
        List<String> faults = new ArrayList<>();
        if (defaultLifetime.isZero()) {
            faults.add("oauth_default_lifetime '" + defaultLifetime + "' is not positive");
        }
        if (timeout.isZero()) {
            faults.add("oauth_timeout '" + timeout + "' is not positive");
        }
        if (attempts < 1) {
            faults.add("oauth_attempts '" + attempts + "' is less than 1");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }
}
