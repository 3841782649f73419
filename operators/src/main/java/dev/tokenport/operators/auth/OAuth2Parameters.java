package dev.tokenport.operators.auth;

import dev.tokenport.oauth2.ClientAuthenticationMethod;
import dev.tokenport.oauth2.SecretEncoding;
import dev.tokenport.operator.Embedded;
import dev.tokenport.operator.HttpUrl;
import dev.tokenport.operator.Parameter;
import dev.tokenport.secret.Secret;
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
                mandatoryWhen = GrantType.ANY + "&oauth_issuer=")
        @HttpUrl(insecureHttpParameter = "allow_insecure_http")
        String tokenUrl,

        @Parameter(
                id = "oauth_client_id",
                label = "Client ID",
                description = "The Client ID obtained during registration.",
                mandatoryWhen = GrantType.OF_A_CLIENT)
        String clientId,

        @Parameter(
                id = "oauth_client_secret",
                label = "Client Secret",
                description = "The Client Secret obtained during registration.",
                mandatoryWhen = "oauth_grant_type=client_credentials&oauth_key_file=&oauth_certificate_file="
                        + "&oauth_client_authentication=|client_secret_basic|client_secret_post|client_secret_jwt")
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
                id = "oauth_issuer",
                label = "Issuer",
                description = "The issuer identifier of the authorization server (a HTTP(S) URL). It tells the token"
                        + " endpoint, which then need not be given, and what the server offers.",
                advanced = true)
        @HttpUrl(insecureHttpParameter = "allow_insecure_http")
        String issuer,

        @Parameter(
                id = "oauth_client_authentication",
                label = "Client Authentication",
                description = "How the client proves who it is: `client_secret_basic` (a header), `client_secret_post`"
                        + " (in the body), `client_secret_jwt` (a JWT made with the secret), `private_key_jwt` (a JWT"
                        + " signed with the key of the Key File), `tls_client_auth` or `self_signed_tls_client_auth`"
                        + " (the certificate of the Certificate File) or `none` (a public client). Empty:"
                        + " `client_secret_basic` with a Client Secret, else `private_key_jwt` with a Key File,"
                        + " `tls_client_auth` with a Certificate File, `none` without any of them.",
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

        @Embedded SecretRotation rotation,

        @Embedded ClientKeys keys,

        @Embedded GrantParameters grant,

        @Embedded Dpop dpop,

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

        @Embedded Timing timing,

        @Embedded Revoking revocation,

        @Embedded Connection connection) {

    /** Checks that it is known where tokens are revoked. */
    OAuth2Parameters {
        if (revocation.atEnd() && revocation.url().isEmpty() && issuer.isEmpty()) {
            throw new IllegalArgumentException(
                    "oauth_revoke needs oauth_revocation_url, or an oauth_issuer that tells it");
        }
    }
}
